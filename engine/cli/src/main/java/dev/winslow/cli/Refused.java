package dev.winslow.cli;

/** The server said no; the message says why and what to do. */
public final class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }
}
