package dev.winslow.agent.protocol;

/** Why a call to the server brought no answer to work with. */
public abstract sealed class ProtocolException extends Exception permits ServerAway, StaleLease, Refused {
    private static final long serialVersionUID = 1L;

    ProtocolException(String message) {
        super(message);
    }

    ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
