package dev.winslow.engine.run;

import dev.winslow.api.run.RunState;
import dev.winslow.api.run.StepState;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.run.Places.Place;
import java.util.Collection;
import java.util.Set;

/** Says how a run and its steps stand, from where the process engine says they stand. */
final class RunStates {
    private RunStates() {}

    static RunState of(Run run, Place place) {
        return run.end()
                .map(Run.End::state)
                .orElseGet(() ->
                        open(run.paused(), place.positions(), place.asked().keySet()));
    }

    private static RunState open(boolean paused, Collection<Position> positions, Set<String> asked) {
        if (positions.stream().anyMatch(Position.Dead.class::isInstance)) {
            return RunState.FAILED;
        }
        if (positions.stream().anyMatch(Position.Claimed.class::isInstance)) {
            return RunState.RUNNING;
        }
        if (paused) {
            return RunState.PAUSED;
        }
        boolean onlyPeople = positions.stream()
                .allMatch(position -> position instanceof Position.AtTask
                        || (position instanceof Position.Queued queued && asked.contains(queued.jobId())));
        return onlyPeople ? RunState.WAITING : RunState.QUEUED;
    }

    static StepState of(Position position, boolean paused, Set<String> asked) {
        return switch (position) {
            case Position.Queued queued when asked.contains(queued.jobId()) -> StepState.WAITING;
            case Position.Queued queued -> paused ? StepState.PAUSED : StepState.QUEUED;
            case Position.Claimed claimed -> StepState.RUNNING;
            case Position.Dead dead -> StepState.FAILED;
            case Position.AtTask task -> StepState.WAITING;
        };
    }

    /** Of two positions at one step, which runs for each item of a list, the one that says more of how it stands. */
    static Position moreTelling(Position one, Position other) {
        return weight(one) >= weight(other) ? one : other;
    }

    private static int weight(Position position) {
        return switch (position) {
            case Position.Dead dead -> 3;
            case Position.Claimed claimed -> 2;
            case Position.AtTask task -> 1;
            case Position.Queued queued -> 0;
        };
    }
}
