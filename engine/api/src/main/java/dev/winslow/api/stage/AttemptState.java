package dev.winslow.api.stage;

/** How an attempt stands. Which change may follow which is the server's to say. */
public enum AttemptState {
    QUEUED,
    ASSIGNED,
    PREPARING,
    RUNNING,
    COMMITTING,
    SUCCEEDED,
    /** It gave its node back to wait for a person; after the answer another attempt goes on where it stopped. */
    RELEASED,
    FAILED,
    ABORTED,
    LOST;

    /** Ended without a result, and not to wait for a person. */
    public boolean isFailure() {
        return switch (this) {
            case FAILED, ABORTED, LOST -> true;
            case QUEUED, ASSIGNED, PREPARING, RUNNING, COMMITTING, SUCCEEDED, RELEASED -> false;
        };
    }

    public boolean isFinal() {
        return switch (this) {
            case SUCCEEDED, RELEASED, FAILED, ABORTED, LOST -> true;
            case QUEUED, ASSIGNED, PREPARING, RUNNING, COMMITTING -> false;
        };
    }
}
