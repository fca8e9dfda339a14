package dev.winslow.engine.problem;

/** What went wrong after a part of the answer had been sent: it can only be broken off, so that nobody takes it for whole. */
public final class BrokenAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrokenAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
