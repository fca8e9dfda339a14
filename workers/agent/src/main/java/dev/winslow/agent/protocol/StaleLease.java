package dev.winslow.agent.protocol;

/** The attempt is no longer this node's: stop it and forget it. */
public final class StaleLease extends ProtocolException {
    private static final long serialVersionUID = 1L;

    public StaleLease(String message) {
        super(message);
    }
}
