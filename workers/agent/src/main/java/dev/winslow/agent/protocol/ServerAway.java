package dev.winslow.agent.protocol;

/** The server did not answer or could not: the same call later may succeed. */
public final class ServerAway extends ProtocolException {
    private static final long serialVersionUID = 1L;

    ServerAway(String message) {
        super(message);
    }

    ServerAway(String message, Throwable cause) {
        super(message, cause);
    }
}
