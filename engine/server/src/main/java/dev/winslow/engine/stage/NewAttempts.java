package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.Ids;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the attempt at a stage that was claimed: with what it runs, and from which files it starts. */
@Component
class NewAttempts {
    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final Workspaces workspaces;
    private final AttemptRepository attempts;
    private final Endings endings;
    private final AttemptClock time;

    NewAttempts(
            ProcessKernel kernel,
            PipelineService pipelines,
            Workspaces workspaces,
            AttemptRepository attempts,
            Endings endings,
            AttemptClock time) {
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.workspaces = workspaces;
        this.attempts = attempts;
        this.endings = endings;
        this.time = time;
    }

    void begin(Run run, QueuedStage queued, String token, Attempt.Place place) {
        PipelineSpec pipeline = pipelines.spec(queued.definitionId()).orElseThrow();
        StageSpec stage = pipeline.stage(queued.stageId()).orElseThrow();
        Map<String, String> variables = kernel.variables(run.id());
        Attempt attempt = new Attempt(
                Ids.next(),
                run.id(),
                queued.jobId(),
                new Attempt.Stage(stage.id(), stage.name(), attempts.countOfStage(run.id(), stage.id()) + 1),
                AttemptState.ASSIGNED,
                place,
                new Attempt.Lease(token, time.leaseEnd(), false),
                EffectiveConfiguration.resolve(stage, pipeline.variables(), variables),
                new Attempt.Standing(List.of(), 0),
                time.now(),
                Optional.empty());
        attempts.insert(attempt);
        workspaces.remember(attempt.id(), workspaces.startOf(run.projectId(), run.id(), stage.id(), pipeline.flow()));
        List<String> missing = EffectiveConfiguration.missing(stage, pipeline.variables(), variables);
        if (!missing.isEmpty()) {
            endings.endForGood(new Outcomes.Held(run, attempt), AttemptState.FAILED, want(missing));
        }
    }

    private Attempt.End want(List<String> missing) {
        return new Attempt.End(
                time.now(),
                Optional.empty(),
                Optional.of("The stage needs the variable " + String.join(", ", missing)
                        + ", which nobody has set: start the run with a value for it."));
    }
}
