package dev.winslow.agent.protocol;

/** The server understood and said no; to ask again would not help. */
public final class ServerRefused extends RuntimeException {
    private final int status;

    ServerRefused(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** Whether the lease has ended: the attempt is to be stopped and forgotten. */
    public boolean isStaleLease() {
        return status == 410;
    }

    public boolean isConflict() {
        return status == 409;
    }

    public boolean isUnauthorized() {
        return status == 401 || status == 403;
    }
}
