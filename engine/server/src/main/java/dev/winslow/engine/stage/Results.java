package dev.winslow.engine.stage;

import dev.winslow.api.worker.ProducedFile;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.artifact.Workspaces.Delivery;
import dev.winslow.engine.artifact.Workspaces.Origin;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What attempts left that did not succeed, so that people can look at it. */
    void record(Delivered delivered) {
        workspaces.record(delivered.origin(), delivered.delivery());
    }

    /** What attempts at different runs left that have succeeded, which is what their steps left. */
    void recordSuccesses(List<Delivered> delivered) {
        delivered.forEach(this::record);
        checkpoints.drop(delivered.stream().map(each -> each.attempt().jobId()).toList());
        Map<Origin, Delivery.Complete> ofSteps = new HashMap<>();
        for (Delivered each : delivered) {
            PipelineSpec pipeline =
                    pipelines.spec(each.run().pipeline().definitionId()).orElseThrow();
            Optional<StageSpec> stage = pipeline.stage(each.origin().stepId());
            stage.ifPresent(
                    spec -> successes.look(each.attempt(), spec, each.delivery().files()));
            if (stage.flatMap(StageSpec::each).isPresent()) {
                workspaces.completeOne(each.origin(), pipeline.flow(), each.delivery());
            } else {
                ofSteps.put(each.origin(), each.delivery());
            }
        }
        workspaces.complete(ofSteps);
    }

    /** What successes were made from, for those that come after them. */
    void keep(List<Delivered> delivered) {
        successes.keep(delivered);
    }

    private static Origin origin(Attempt attempt) {
        return new Origin(attempt.runId(), attempt.stage().id(), attempt.id());
    }
}
