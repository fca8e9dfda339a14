package dev.winslow.engine.stage;

import static dev.winslow.api.stage.AttemptState.ABORTED;
import static dev.winslow.api.stage.AttemptState.ASSIGNED;
import static dev.winslow.api.stage.AttemptState.COMMITTING;
import static dev.winslow.api.stage.AttemptState.FAILED;
import static dev.winslow.api.stage.AttemptState.LOST;
import static dev.winslow.api.stage.AttemptState.PREPARING;
import static dev.winslow.api.stage.AttemptState.QUEUED;
import static dev.winslow.api.stage.AttemptState.RELEASED;
import static dev.winslow.api.stage.AttemptState.RUNNING;
import static dev.winslow.api.stage.AttemptState.SUCCEEDED;

import dev.winslow.api.stage.AttemptState;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Every legal change of an attempt's state. A stage that ends within milliseconds may skip the states that nobody had time to report; nothing leaves
 * a final state.
 */
final class AttemptTransitions {
    private static final Map<AttemptState, Set<AttemptState>> LEGAL = Map.of(
            QUEUED, EnumSet.of(ASSIGNED),
            ASSIGNED, EnumSet.of(PREPARING, RUNNING, COMMITTING, SUCCEEDED, RELEASED, FAILED, ABORTED, LOST),
            PREPARING, EnumSet.of(RUNNING, COMMITTING, SUCCEEDED, RELEASED, FAILED, ABORTED, LOST),
            RUNNING, EnumSet.of(COMMITTING, SUCCEEDED, RELEASED, FAILED, ABORTED, LOST),
            COMMITTING, EnumSet.of(SUCCEEDED, RELEASED, FAILED, ABORTED, LOST));

    private AttemptTransitions() {}

    static boolean isLegal(AttemptState from, AttemptState to) {
        return LEGAL.getOrDefault(from, Set.of()).contains(to);
    }
}
