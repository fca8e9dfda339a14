package dev.winslow.agent.protocol;

/** The server understood and said no: the same call again will not succeed. */
public final class Refused extends ProtocolException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }
}
