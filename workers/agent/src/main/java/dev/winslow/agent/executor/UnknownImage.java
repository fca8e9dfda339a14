package dev.winslow.agent.executor;

/** There is nothing on this machine that runs the image. */
public final class UnknownImage extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do */
    public UnknownImage(String message) {
        super(message);
    }
}
