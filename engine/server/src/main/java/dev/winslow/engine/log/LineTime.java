package dev.winslow.engine.log;

import java.time.Instant;

/** Reads the times of lines. Many lines in a row have the same one, and parsing it would be most of the work on them. */
final class LineTime {
    private volatile Known known = new Known("1970-01-01T00:00:00Z", Instant.EPOCH);

    private record Known(String text, Instant time) {}

    /** @throws java.time.format.DateTimeParseException where it is no time */
    Instant parse(String text) {
        Known newest = known;
        if (!newest.text().equals(text)) {
            newest = new Known(text, Instant.parse(text));
            known = newest;
        }
        return newest.time();
    }
}
