package dev.winslow.engine.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Goes as the machine's clock does, and leaps ahead when a test says so. */
class LeapingClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    void leap(Duration duration) {
        ahead = ahead.plus(duration);
    }
}
