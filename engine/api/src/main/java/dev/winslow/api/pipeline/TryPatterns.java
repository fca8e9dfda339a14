package dev.winslow.api.pipeline;

import java.util.List;

/** Patterns of a stage, and lines of a log to try them on. */
public record TryPatterns(List<String> progress, List<String> fail, List<String> warn, List<String> lines) {
    public TryPatterns {
        progress = List.copyOf(progress);
        fail = List.copyOf(fail);
        warn = List.copyOf(warn);
        lines = List.copyOf(lines);
    }
}
