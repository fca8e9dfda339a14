package dev.winslow.api;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lengths of time as sentences for people say them: 1 h 30 min. */
public final class DurationText {
    private DurationText() {}

    public static String of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        return Stream.of(
                        new Part(duration.toHours(), "h"),
                        new Part(duration.toMinutesPart(), "min"),
                        new Part(duration.toSecondsPart(), "s"))
                .filter(part -> part.number() > 0)
                .map(part -> part.number() + " " + part.unit())
                .collect(Collectors.joining(" "));
    }

    private record Part(long number, String unit) {}
}
