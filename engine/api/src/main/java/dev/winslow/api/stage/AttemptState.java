package dev.winslow.api.stage;

/** How an attempt stands. Which change may follow which is the server's to say. */
public enum AttemptState {
    QUEUED,
    ASSIGNED,
    PREPARING,
    RUNNING,
    COMMITTING,
    SUCCEEDED,
    FAILED,
    ABORTED,
    LOST;

    public boolean isFinal() {
        return switch (this) {
            case SUCCEEDED, FAILED, ABORTED, LOST -> true;
            case QUEUED, ASSIGNED, PREPARING, RUNNING, COMMITTING -> false;
        };
    }
}
