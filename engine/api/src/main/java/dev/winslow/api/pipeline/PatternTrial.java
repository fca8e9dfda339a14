package dev.winslow.api.pipeline;

import dev.winslow.api.stage.Progress;
import java.util.List;
import java.util.Optional;

/** What a worker would read out of lines of a log, and which patterns cannot be read. */
public record PatternTrial(List<Line> lines, List<String> faults) {
    public PatternTrial {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }

    /** A progress without a subject is that of the stage as a whole. */
    public record Line(String text, Optional<Progress> progress, boolean fails, boolean warns) {}
}
