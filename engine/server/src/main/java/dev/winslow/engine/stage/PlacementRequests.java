package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.placement.PlacementRequest;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Draws up the queue as placement sees it. */
@Component
class PlacementRequests {
    private static final Logger log = LoggerFactory.getLogger(PlacementRequests.class);

    private final Runs runs;
    private final PipelineService pipelines;
    private final Questions questions;
    private final AttemptClock time;

    PlacementRequests(Runs runs, PipelineService pipelines, Questions questions, AttemptClock time) {
        this.runs = runs;
        this.pipelines = pipelines;
        this.questions = questions;
        this.time = time;
    }

    /** Without the stages of runs that are paused or have ended, and without those that cannot be read, which are told of instead. */
    List<PlacementRequest> of(Collection<QueuedStage> queue) {
        Map<UUID, Run> known =
                runs.find(queue.stream().map(QueuedStage::runId).distinct().toList());
        Set<String> blocked = questions.blocked();
        Instant now = time.now();
        return queue.stream()
                .filter(queued -> !blocked.contains(queued.jobId()))
                .flatMap(queued -> Optional.ofNullable(known.get(queued.runId()))
                        .filter(run -> !run.paused() && run.end().isEmpty())
                        .flatMap(run -> request(run, queued, now))
                        .stream())
                .toList();
    }

    Map<UUID, Integer> runningByProject(List<Attempt> open) {
        Map<UUID, Run> known =
                runs.find(open.stream().map(Attempt::runId).distinct().toList());
        return open.stream()
                .flatMap(attempt -> Optional.ofNullable(known.get(attempt.runId())).stream())
                .collect(Collectors.toMap(Run::projectId, run -> 1, Integer::sum));
    }

    private Optional<PlacementRequest> request(Run run, QueuedStage queued, Instant now) {
        Optional<StageSpec> stage =
                pipelines.spec(queued.definitionId()).flatMap(pipeline -> pipeline.stage(queued.stageId()));
        if (stage.isEmpty()) {
            log.error("The stage {} of run {} is not in its pipeline and cannot be placed", queued.stageId(), run.id());
        }
        return stage.map(spec -> new PlacementRequest(
                queued.jobId(),
                spec.name(),
                run.projectId(),
                0,
                Duration.between(queued.createdAt(), now),
                spec.requirements(),
                Map.of()));
    }
}
