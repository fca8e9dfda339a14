package dev.winslow.engine.account;

import java.time.Duration;

/**
 * How long guesses have to wait. A person's own browser may err five times; all of an address, or all for one name, may err more often, so that
 * nobody can lock others out easily.
 *
 * @param free so many failures in a row cost nothing
 */
record BackOff(int free) {
    static final BackOff OF_NAME_AND_ADDRESS = new BackOff(5);
    static final BackOff OF_ADDRESS = new BackOff(50);
    static final BackOff OF_NAME = new BackOff(100);

    /** After such a time without a failure they are forgotten. */
    static final Duration FORGOTTEN = Duration.ofHours(1);

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 6;

    /** From the last failure on; at most 16 minutes. */
    Duration after(int failures) {
        return failures < free ? Duration.ZERO : FIRST.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
    }
}
