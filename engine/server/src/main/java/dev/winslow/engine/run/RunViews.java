package dev.winslow.engine.run;

import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.artifact.Snapshots;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.run.Places.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws up how runs stand, for people and programs. */
@Component
class RunViews {
    private final Places places;
    private final PipelineService pipelines;
    private final Snapshots snapshots;
    private final RunAttempts attempts;
    private final RunVariables variables;
    private final RunTimings timings;

    RunViews(
            Places places,
            PipelineService pipelines,
            Snapshots snapshots,
            RunAttempts attempts,
            RunVariables variables,
            RunTimings timings) {
        this.places = places;
        this.pipelines = pipelines;
        this.snapshots = snapshots;
        this.attempts = attempts;
        this.variables = variables;
        this.timings = timings;
    }

    RunView view(Run run) {
        return withAttempts(run).run();
    }

    RunWithAttempts withAttempts(Run run) {
        Place place = places.of(run);
        PipelineSpec spec = pipelines.spec(run.pipeline().definitionId()).orElseThrow();
        List<AttemptView> tried = attempts.ofRun(run.id());
        Steps steps = new Steps(
                place.positions().stream()
                        .collect(Collectors.toMap(Position::stepId, Function.identity(), RunStates::moreTelling)),
                tried.stream().collect(Collectors.groupingBy(AttemptView::stageId)),
                Rounds.completedInThisRound(
                        spec.flow(),
                        place.positions().stream().map(Position::stepId).toList(),
                        snapshots.lastCompletions(run.id())),
                place.asked(),
                run.paused());
        RunView view = new RunView(
                run.id(),
                run.projectId(),
                run.pipeline().key(),
                run.pipeline().version(),
                RunStates.of(run, place),
                run.startedAt(),
                run.end().map(Run.End::at),
                run.paused(),
                run.pauseAfter(),
                variables.shown(run),
                spec.stepOrder().stream().map(id -> step(id, spec, steps)).toList(),
                run.reuse(),
                timings.of(run, spec, place, tried),
                tried.stream().mapToInt(AttemptView::warnings).sum());
        return new RunWithAttempts(view, tried);
    }

    private StepView step(String id, PipelineSpec spec, Steps steps) {
        Optional<Position> position = Optional.ofNullable(steps.positions().get(id));
        StepState state = position.map(
                        at -> RunStates.of(at, steps.paused(), steps.asked().keySet()))
                .orElse(steps.completed().contains(id) ? StepState.SUCCEEDED : StepState.PENDING);
        return new StepView(
                id,
                spec.nameOf(id),
                spec.task(id).isPresent(),
                state,
                state == StepState.PENDING
                        ? Optional.empty()
                        : telling(state, steps.attempts().getOrDefault(id, List.of())),
                position.flatMap(at -> openTask(at, steps.asked())),
                position.flatMap(at -> waitingBecause(at, steps)));
    }

    /** The latest attempt; of a step that runs for each item of a list, the latest of those that make the step's state. */
    private static Optional<AttemptView> telling(StepState state, List<AttemptView> attempts) {
        Predicate<AttemptView> tells = switch (state) {
            case FAILED -> attempt -> attempt.state().isFailure();
            case RUNNING -> attempt -> !attempt.state().isFinal();
            case PENDING, QUEUED, PAUSED, WAITING, SUCCEEDED -> attempt -> true;
        };
        return attempts.reversed().stream()
                .filter(tells)
                .findFirst()
                .or(() -> attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast()));
    }

    private Optional<String> waitingBecause(Position position, Steps steps) {
        return switch (position) {
            case Position.Queued queued
            when steps.asked().containsKey(queued.jobId()) ->
                Optional.of("Waits for a person to answer what it asks; see the inbox.");
            case Position.Queued queued when steps.paused() -> Optional.of("The run is paused; resume it.");
            case Position.Queued queued -> attempts.waitingBecause(queued.jobId());
            case Position.Claimed claimed -> Optional.empty();
            case Position.Dead dead -> Optional.empty();
            case Position.AtTask task -> Optional.empty();
        };
    }

    private static Optional<UUID> openTask(Position position, Map<String, UUID> asked) {
        return switch (position) {
            case Position.AtTask task -> Optional.of(task.taskId());
            case Position.Queued queued -> Optional.ofNullable(asked.get(queued.jobId()));
            case Position.Claimed claimed -> Optional.ofNullable(asked.get(claimed.jobId()));
            case Position.Dead dead -> Optional.empty();
        };
    }

    private record Steps(
            Map<String, Position> positions,
            Map<String, List<AttemptView>> attempts,
            Set<String> completed,
            Map<String, UUID> asked,
            boolean paused) {}
}
