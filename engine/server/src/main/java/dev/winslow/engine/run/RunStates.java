package dev.winslow.engine.run;

import dev.winslow.api.run.RunState;
import dev.winslow.api.run.StepState;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import java.util.Collection;

/** Says how a run and its steps stand, from where the process engine says they stand. */
final class RunStates {
    private RunStates() {}

    static RunState of(Run run, Collection<Position> positions) {
        return run.end().map(Run.End::state).orElseGet(() -> open(run.paused(), positions));
    }

    private static RunState open(boolean paused, Collection<Position> positions) {
        if (positions.stream().anyMatch(Position.Dead.class::isInstance)) {
            return RunState.FAILED;
        }
        if (positions.stream().anyMatch(Position.Claimed.class::isInstance)) {
            return RunState.RUNNING;
        }
        if (paused) {
            return RunState.PAUSED;
        }
        boolean onlyPeople = positions.stream().allMatch(Position.AtTask.class::isInstance);
        return onlyPeople ? RunState.WAITING : RunState.QUEUED;
    }

    static StepState of(Position position, boolean paused) {
        return switch (position) {
            case Position.Queued queued -> paused ? StepState.PAUSED : StepState.QUEUED;
            case Position.Claimed claimed -> StepState.RUNNING;
            case Position.Dead dead -> StepState.FAILED;
            case Position.AtTask task -> StepState.WAITING;
        };
    }
}
