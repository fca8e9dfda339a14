package dev.winslow.api.lineage;

import java.util.List;

/**
 * What lies before or behind a file, the nearest first. A stage may read every file that it starts from, so that all of them count.
 *
 * @param complete false where there is more than one answer holds
 */
public record Trace(List<TracedFile> files, List<TracedAttempt> attempts, boolean complete) {
    public Trace {
        files = List.copyOf(files);
        attempts = List.copyOf(attempts);
    }
}
