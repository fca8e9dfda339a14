package dev.winslow.engine.stage;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether this server has listened for as long as a lease lasts, so that silence is the node's. Where it was not there for a while, or its clock was
 * set, nodes could not renew by its time, and get the length of a lease to do so.
 */
final class UnbrokenWatch {
    /** Looks come every few seconds. */
    static final Duration BREAK = Duration.ofSeconds(10);

    private final Duration lease;
    private Instant since;
    private Instant last;

    UnbrokenWatch(Duration lease, Instant start) {
        this.lease = lease;
        this.since = start;
        this.last = start;
    }

    /** To be asked again and again. */
    synchronized boolean isLongEnough(Instant now) {
        if (now.isBefore(last) || now.isAfter(last.plus(BREAK))) {
            since = now;
        }
        last = now;
        return !now.isBefore(since.plus(lease));
    }

    /** Until then it was busy, not away. */
    synchronized void busyUntil(Instant now) {
        last = now;
    }
}
