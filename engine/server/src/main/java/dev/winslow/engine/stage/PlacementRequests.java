package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.placement.PlacementRequest;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws up the queue as placement sees it. */
@Component
class PlacementRequests {
    private final Runs runs;
    private final PipelineService pipelines;
    private final AttemptClock time;

    PlacementRequests(Runs runs, PipelineService pipelines, AttemptClock time) {
        this.runs = runs;
        this.pipelines = pipelines;
        this.time = time;
    }

    /** Without the stages of runs that are paused or have ended. */
    List<PlacementRequest> of(Collection<QueuedStage> queue) {
        Instant now = time.now();
        return queue.stream().flatMap(queued -> request(queued, now)).toList();
    }

    Map<UUID, Integer> runningByProject(List<Attempt> open) {
        return open.stream()
                .collect(Collectors.toMap(
                        attempt -> runs.require(attempt.runId()).projectId(), attempt -> 1, Integer::sum));
    }

    private Stream<PlacementRequest> request(QueuedStage queued, Instant now) {
        return runs
                .find(queued.runId())
                .filter(run -> !run.paused() && run.end().isEmpty())
                .map(run -> request(run, queued, now))
                .stream();
    }

    private PlacementRequest request(Run run, QueuedStage queued, Instant now) {
        StageSpec stage = pipelines
                .spec(queued.definitionId())
                .orElseThrow()
                .stage(queued.stageId())
                .orElseThrow();
        return new PlacementRequest(
                queued.jobId(),
                stage.name(),
                run.projectId(),
                0,
                Duration.between(queued.createdAt(), now),
                stage.requirements(),
                Map.of());
    }
}
