package dev.winslow.api.run;

/** How a stage or user task of a run stands. */
public enum StepState {
    PENDING,
    QUEUED,
    RUNNING,
    WAITING,
    PAUSED,
    SUCCEEDED,
    FAILED
}
