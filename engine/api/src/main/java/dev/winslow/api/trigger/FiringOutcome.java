package dev.winslow.api.trigger;

/** What came of a trigger that fired. */
public enum FiringOutcome {
    /** A run was started. */
    STARTED,
    /** No run could be started. */
    REFUSED,
    /** No server could fire it at that time, and nothing was started. */
    MISSED
}
