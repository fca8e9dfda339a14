package dev.winslow.engine.run;

import dev.winslow.api.project.ProjectState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.artifact.Snapshots;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.project.ProjectStates;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws up how runs and their projects stand, for people and programs. */
@Component
class RunViews implements ProjectStates {
    private final RunRepository runs;
    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final Snapshots snapshots;
    private final RunAttempts attempts;

    RunViews(
            RunRepository runs,
            ProcessKernel kernel,
            PipelineService pipelines,
            Snapshots snapshots,
            RunAttempts attempts) {
        this.runs = runs;
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.snapshots = snapshots;
        this.attempts = attempts;
    }

    RunView view(Run run) {
        List<Position> positions = positions(run);
        PipelineSpec spec = pipelines.spec(run.pipeline().definitionId()).orElseThrow();
        Steps steps = new Steps(
                positions.stream().collect(Collectors.toMap(Position::stepId, Function.identity(), (a, b) -> a)),
                attempts.ofRun(run.id()).stream()
                        .collect(Collectors.toMap(AttemptView::stageId, Function.identity(), (a, b) -> b)),
                Rounds.completedInThisRound(
                        spec.flow(),
                        positions.stream().map(Position::stepId).toList(),
                        snapshots.lastCompletions(run.id())),
                run.paused());
        return new RunView(
                run.id(),
                run.projectId(),
                run.pipeline().key(),
                run.pipeline().version(),
                RunStates.of(run, positions),
                run.startedAt(),
                run.end().map(Run.End::at),
                run.paused(),
                run.pauseAfter(),
                run.end().isPresent() ? Map.of() : kernel.variables(run.id()),
                spec.stepOrder().stream().map(id -> step(id, spec, steps)).toList());
    }

    /** One query for the latest runs and one for their positions, however many projects there are. */
    @Override
    public Map<UUID, Standing> of(Collection<UUID> projectIds) {
        List<Run> latest = runs.latest(projectIds);
        Map<UUID, List<Position>> positions = kernel.positions(
                latest.stream().filter(run -> run.end().isEmpty()).map(Run::id).toList());
        return latest.stream()
                .collect(Collectors.toMap(
                        Run::projectId, run -> standing(run, positions.getOrDefault(run.id(), List.of()))));
    }

    private Standing standing(Run run, List<Position> positions) {
        PipelineSpec spec = pipelines.spec(run.pipeline().definitionId()).orElseThrow();
        return new Standing(
                ProjectState.valueOf(RunStates.of(run, positions).name()),
                Optional.of(run.id()),
                positions.stream()
                        .map(position -> spec.nameOf(position.stepId()))
                        .distinct()
                        .toList());
    }

    private List<Position> positions(Run run) {
        return run.end().isPresent() ? List.of() : kernel.positions(run.id());
    }

    private StepView step(String id, PipelineSpec spec, Steps steps) {
        Optional<Position> position = Optional.ofNullable(steps.positions().get(id));
        StepState state = position.map(at -> RunStates.of(at, steps.paused()))
                .orElse(steps.completed().contains(id) ? StepState.SUCCEEDED : StepState.PENDING);
        return new StepView(
                id,
                spec.nameOf(id),
                spec.task(id).isPresent(),
                state,
                state == StepState.PENDING
                        ? Optional.empty()
                        : Optional.ofNullable(steps.latestAttempts().get(id)),
                position.flatMap(at ->
                        at instanceof Position.AtTask(UUID task, String step) ? Optional.of(task) : Optional.empty()),
                position.flatMap(at -> at instanceof Position.Queued queued
                        ? attempts.waitingBecause(queued.jobId())
                        : Optional.empty()));
    }

    private record Steps(
            Map<String, Position> positions,
            Map<String, AttemptView> latestAttempts,
            Set<String> completed,
            boolean paused) {}
}
