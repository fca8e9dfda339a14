package dev.winslow.engine.flowable;

import org.flowable.common.engine.api.FlowableException;

/**
 * The process cannot go on behind a step, and would not at the next try either: a condition names a variable that nobody has set, say. The message
 * is for people. The transaction in which it was thrown is lost.
 */
public class CannotGoOn extends RuntimeException {
    CannotGoOn(FlowableException cause) {
        super(Obstacle.of(cause), cause);
    }
}
