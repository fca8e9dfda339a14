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

    public boolean isFinal() {
        return switch (this) {
            case SUCCEEDED, RELEASED, FAILED, ABORTED, LOST -> true;
            case QUEUED, ASSIGNED, PREPARING, RUNNING, COMMITTING -> false;
        };
    }
}
