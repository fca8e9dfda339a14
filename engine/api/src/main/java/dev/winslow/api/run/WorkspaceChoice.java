package dev.winslow.api.run;

import java.util.Optional;
import java.util.UUID;

/**
 * The workspace that a step shall start from.
 *
 * @param attempt with {@link Source#ATTEMPT}: any attempt of the project, also one that failed
 */
public record WorkspaceChoice(Source source, Optional<UUID> attempt) {
    /** Where the files come from. */
    public enum Source {
        /** No files: the stage sees the project's uploads under its input folder only. */
        EMPTY,
        /** The project's uploads, as files of the workspace. */
        UPLOADS,
        /** What this attempt left. */
        ATTEMPT,
        /** What the latest attempt at the same step started from. */
        SAME,
        /** What the steps before it left last. */
        LATEST
    }

    public static WorkspaceChoice of(Source source) {
        return new WorkspaceChoice(source, Optional.empty());
    }
}
