package dev.winslow.api.stage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which exit codes mean that a stage has succeeded: those that are allowed and not denied.
 *
 * @param named whether the pipeline says so itself
 */
public record ExitCodes(List<Range> allowed, List<Range> denied, boolean named) {
    /** Where a pipeline says nothing. */
    public static final ExitCodes ZERO = new ExitCodes(List.of(new Range(0, 0)), List.of(), false);

    /** From 126 on a code tells that the program could not be started, or that a signal killed it: these are allowed by name only. */
    private static final int LAST_OF_PROGRAMS = 125;

    public ExitCodes {
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
    }

    /** Codes that follow each other, both ends among them. */
    public record Range(int from, int to) {
        boolean has(int code) {
            return from <= code && code <= to;
        }

        @Override
        public String toString() {
            return from == to ? String.valueOf(from) : from + "-" + to;
        }
    }

    /** As a pipeline says it: with codes that are denied only, all others are allowed. */
    public static ExitCodes of(List<Range> allowed, List<Range> denied) {
        if (allowed.isEmpty() && denied.isEmpty()) {
            return ZERO;
        }
        return new ExitCodes(allowed.isEmpty() ? List.of(new Range(0, LAST_OF_PROGRAMS)) : allowed, denied, true);
    }

    public boolean allows(int code) {
        return has(allowed, code) && !has(denied, code);
    }

    /** What this exit code says of the stage, in a sentence. */
    public String sentence(int code) {
        String ended = "The stage ended with exit code " + code;
        if (!named) {
            return ended + ".";
        }
        if (has(denied, code)) {
            return ended + ", which its pipeline denies (" + words(denied) + ").";
        }
        return has(allowed, code)
                ? ended + ", which its pipeline allows."
                : ended + ", which its pipeline does not allow (only " + words(allowed) + ").";
    }

    private static boolean has(List<Range> ranges, int code) {
        return ranges.stream().anyMatch(range -> range.has(code));
    }

    private static String words(List<Range> ranges) {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(", "));
    }
}
