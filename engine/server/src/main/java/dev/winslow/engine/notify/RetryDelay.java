package dev.winslow.engine.notify;

import java.time.Duration;

/** How long to leave a receiver alone that could not be reached so often in a row. */
final class RetryDelay {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLED_AT_MOST = 10;

    private RetryDelay() {}

    static Duration after(int failures) {
        Duration delay = FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLED_AT_MOST));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
