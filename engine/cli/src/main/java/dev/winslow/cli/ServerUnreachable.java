package dev.winslow.cli;

/** No answer from the server. */
public final class ServerUnreachable extends RuntimeException {
    public ServerUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
