package dev.winslow.api.project;

import java.util.List;

/** What went, or would go: by step, and together. Files that share their bytes with others that stay free none. */
public record CleanUpReport(boolean dryRun, long files, long bytes, List<StepUsage> steps) {
    public CleanUpReport {
        steps = List.copyOf(steps);
    }
}
