package dev.winslow.api.project;

import java.util.List;

/**
 * What a project occupies in the storage. Bytes that several files share are counted once, where they were left first; files taken from the pool
 * occupy nothing here.
 */
public record ProjectUsage(long files, long bytes, List<StepUsage> steps) {
    public ProjectUsage {
        steps = List.copyOf(steps);
    }
}
