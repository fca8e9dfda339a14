package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.Ids;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.node.Node;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a queued stage to a node: the engine's lock and the attempt are written in one transaction. */
@Component
class Claims {
    /**
     * The engine's own lock never runs out, because its clean-up would queue the stage again without the attempt knowing. Whether a lease still
     * holds, the attempt's row says; see docs/decisions/0001-leases-live-in-the-attempt.md.
     */
    private static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final Runs runs;
    private final Workspaces workspaces;
    private final AttemptRepository attempts;
    private final AttemptClock time;

    Claims(
            ProcessKernel kernel,
            PipelineService pipelines,
            Runs runs,
            Workspaces workspaces,
            AttemptRepository attempts,
            AttemptClock time) {
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.runs = runs;
        this.workspaces = workspaces;
        this.attempts = attempts;
        this.time = time;
    }

    /** Whether the stage was still to be had. A stage that lacks a variable is claimed and fails at once, with the reason. */
    @Transactional
    public boolean claim(QueuedStage queued, Node node) {
        Run run = runs.lock(queued.runId());
        String token = Ids.secret();
        if (run.paused() || run.end().isPresent() || !kernel.claim(queued.jobId(), token, NEVER)) {
            return false;
        }
        PipelineSpec pipeline = pipelines.spec(queued.definitionId()).orElseThrow();
        StageSpec stage = pipeline.stage(queued.stageId()).orElseThrow();
        Map<String, String> variables = kernel.variables(run.id());
        List<String> missing = EffectiveConfiguration.missing(stage, pipeline.variables(), variables);
        Attempt attempt = new Attempt(
                Ids.next(),
                run.id(),
                queued.jobId(),
                new Attempt.Stage(stage.id(), stage.name(), attempts.countOfStage(run.id(), stage.id()) + 1),
                AttemptState.ASSIGNED,
                new Attempt.Place(Optional.of(node.id()), node.name()),
                new Attempt.Lease(token, time.leaseEnd(), false),
                EffectiveConfiguration.resolve(stage, pipeline.variables(), variables),
                new Attempt.Standing(List.of(), 0),
                time.now(),
                Optional.empty());
        attempts.insert(attempt);
        List<Artifact> files = workspaces.startOf(run.projectId(), run.id(), stage.id(), pipeline.flow());
        workspaces.remember(attempt.id(), files);
        if (!missing.isEmpty()) {
            failForWantOf(missing, attempt);
        }
        runs.moved(run.id());
        return true;
    }

    private void failForWantOf(List<String> missing, Attempt attempt) {
        String reason = "The stage needs the variable " + String.join(", ", missing)
                + ", which nobody has set: start the run with a value for it.";
        attempts.end(
                attempt.id(), AttemptState.FAILED, new Attempt.End(time.now(), Optional.empty(), Optional.of(reason)));
        kernel.fail(attempt.jobId(), attempt.lease().token(), reason, Optional.empty());
    }
}
