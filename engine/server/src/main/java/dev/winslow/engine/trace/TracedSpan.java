package dev.winslow.engine.trace;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A span as it is to be sent.
 *
 * @param attributes strings and whole numbers
 * @param fault why it did not succeed
 */
record TracedSpan(
        Ids ids, String name, Instant start, Instant end, Map<String, Object> attributes, Optional<String> fault) {
    TracedSpan {
        attributes = Map.copyOf(attributes);
        // A clock that was set back between the two.
        end = end.isBefore(start) ? start : end;
    }

    /** Which trace it belongs to, which it is, and under which it hangs. */
    record Ids(String trace, String span, Optional<String> parent) {}
}
