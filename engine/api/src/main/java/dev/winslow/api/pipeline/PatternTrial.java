package dev.winslow.api.pipeline;

import dev.winslow.api.stage.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a worker would read out of lines of a log.
 *
 * @param patterns each that was tried, also those that cannot be read
 * @param lines the first of those lines in which one of them finds something
 * @param found in how many lines one of them finds something
 * @param looked at how many lines it looked: of a long log perhaps not at all
 * @param all how many lines there are
 */
public record PatternTrial(List<Tried> patterns, List<Line> lines, long found, long looked, long all) {
    public PatternTrial {
        patterns = List.copyOf(patterns);
        lines = List.copyOf(lines);
    }

    /** What a pattern is for. */
    public enum Kind {
        PROGRESS,
        FAIL,
        WARN
    }

    /**
     * One pattern.
     *
     * @param index among those of its kind, from 0
     * @param lines in how many it finds something
     * @param fault why it cannot be read, and what to do
     */
    public record Tried(Kind kind, int index, long lines, Optional<String> fault) {}

    /**
     * A line in which something is found. A progress without a subject is that of the stage as a whole.
     *
     * @param number from 0
     */
    public record Line(
            long number, String text, List<Find> finds, Optional<Progress> progress, boolean fails, boolean warns) {
        public Line {
            finds = List.copyOf(finds);
        }
    }

    /**
     * Where a pattern finds something.
     *
     * @param start the first character, from 0
     * @param end behind the last one
     * @param groups what its named groups catch
     */
    public record Find(Kind kind, int index, int start, int end, Map<String, String> groups) {
        public Find {
            groups = Map.copyOf(groups);
        }
    }
}
