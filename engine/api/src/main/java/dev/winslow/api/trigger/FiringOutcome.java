package dev.winslow.api.trigger;

/** What came of a trigger that fired. */
public enum FiringOutcome {
    /** A run was started. */
    STARTED,
    /** No run could be started. */
    REFUSED,
    /** No server ran at that time, so that nothing was started. */
    MISSED
}
