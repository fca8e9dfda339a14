package dev.winslow.agent.executor;

/** There is nothing on this machine that runs the image. */
public final class UnknownImage extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownImage(String image) {
        super("No program is known here for image " + image + ": start the worker with --program " + image
                + "=COMMAND");
    }
}
