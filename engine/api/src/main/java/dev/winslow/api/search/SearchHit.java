package dev.winslow.api.search;

/**
 * Something that was found.
 *
 * @param id of its kind: a UUID, a pipeline's key, or a tag
 * @param about in what it lies, or how it stands
 * @param address of its page, below the server's
 */
public record SearchHit(Kind kind, String id, String title, String about, String address) {
    /** What can be found; what stands first is shown first among equals. */
    public enum Kind {
        PROJECT,
        TASK,
        PIPELINE,
        STAGE,
        TAG,
        NODE,
        RUN,
        POOL_FILE,
        FILE
    }
}
