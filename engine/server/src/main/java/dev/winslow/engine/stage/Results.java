package dev.winslow.engine.stage;

import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.artifact.Workspaces.Delivery;
import dev.winslow.engine.artifact.Workspaces.Origin;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Outcomes.Held;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What attempts leave. */
@Component
class Results {
    private final Runs runs;
    private final ProjectService projects;
    private final PipelineService pipelines;
    private final Workspaces workspaces;
    private final Checkpoints checkpoints;
    private final Successes successes;

    Results(
            Runs runs,
            ProjectService projects,
            PipelineService pipelines,
            Workspaces workspaces,
            Checkpoints checkpoints,
            Successes successes) {
        this.runs = runs;
        this.projects = projects;
        this.pipelines = pipelines;
        this.workspaces = workspaces;
        this.checkpoints = checkpoints;
        this.successes = successes;
    }

    /** Asks the storage: no part of a transaction. */
    Delivery examine(Attempt attempt, List<ProducedFile> files) {
        return workspaces.examine(projects.require(runs.require(attempt.runId()).projectId()), origin(attempt), files);
    }

    void record(Held held, Delivery.Complete delivery, boolean succeeded) {
        Origin origin = origin(held.attempt());
        workspaces.record(origin, delivery);
        if (!succeeded) {
            return;
        }
        checkpoints.drop(held.attempt().jobId());
        PipelineSpec pipeline =
                pipelines.spec(held.run().pipeline().definitionId()).orElseThrow();
        Optional<StageSpec> stage = pipeline.stage(origin.stepId());
        stage.ifPresent(spec -> successes.look(held.attempt(), spec, delivery.files()));
        if (stage.flatMap(StageSpec::each).isPresent()) {
            workspaces.completeOne(origin, pipeline.flow(), delivery);
        } else {
            workspaces.complete(origin, delivery);
        }
    }

    /** What a success was made from, for those that come after it. */
    void keep(Held held, Outcome outcome) {
        successes.keep(held, outcome);
    }

    private static Origin origin(Attempt attempt) {
        return new Origin(attempt.runId(), attempt.stage().id(), attempt.id());
    }
}
