package dev.winslow.api.pipeline;

import java.util.List;

/** By which patterns a stage's log is read. */
public record StagePatterns(List<String> progress, List<String> fail, List<String> warn) {
    public StagePatterns {
        progress = List.copyOf(progress);
        fail = List.copyOf(fail);
        warn = List.copyOf(warn);
    }
}
