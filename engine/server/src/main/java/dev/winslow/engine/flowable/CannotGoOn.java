package dev.winslow.engine.flowable;

/**
 * The process cannot go on behind a step, and would not at the next try either: a condition names a variable that nobody has set, say. The message
 * is the engine's own. The transaction in which it was thrown is lost.
 */
public class CannotGoOn extends RuntimeException {
    CannotGoOn(RuntimeException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
