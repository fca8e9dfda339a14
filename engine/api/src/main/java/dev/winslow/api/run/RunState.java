package dev.winslow.api.run;

/** How a run stands: QUEUED (stages wait for a node), RUNNING, WAITING (for a person), PAUSED, FAILED (a stage is out of retries) or ended. */
public enum RunState {
    QUEUED,
    RUNNING,
    WAITING,
    PAUSED,
    FAILED,
    SUCCEEDED,
    ABORTED;

    public boolean isFinal() {
        return this == SUCCEEDED || this == ABORTED;
    }
}
