package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.placement.Claimant;
import dev.winslow.engine.placement.PlacementRequest;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.UsualTimes;
import dev.winslow.engine.run.Priorities;
import dev.winslow.engine.run.Priorities.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Draws up the queue as placement sees it. */
@Component
class PlacementRequests {
    private static final Logger log = LoggerFactory.getLogger(PlacementRequests.class);

    private final Priorities priorities;
    private final PipelineService pipelines;
    private final Questions questions;
    private final AttemptClock time;
    private final UsualTimes times;

    PlacementRequests(
            Priorities priorities,
            PipelineService pipelines,
            Questions questions,
            AttemptClock time,
            UsualTimes times) {
        this.priorities = priorities;
        this.pipelines = pipelines;
        this.questions = questions;
        this.time = time;
        this.times = times;
    }

    /** Without the stages of runs that are paused or have ended, and without those that cannot be read, which are told of instead. */
    List<PlacementRequest> of(Collection<QueuedStage> queue) {
        List<UUID> ids = queue.stream().map(QueuedStage::runId).distinct().toList();
        Map<UUID, Standing> standings = priorities.ofMoving(ids);
        Set<String> blocked = questions.blocked();
        Instant now = time.now();
        List<Moving> moving = queue.stream()
                .filter(queued -> !blocked.contains(queued.jobId()))
                .flatMap(
                        queued -> Optional.ofNullable(standings.get(queued.runId()))
                                .map(standing -> new Moving(queued, standing))
                                .stream())
                .toList();
        Map<StageResult.Stage, Duration> usual =
                times.of(moving.stream().map(Moving::result).toList());
        return moving.stream()
                .flatMap(stage -> request(stage, Optional.ofNullable(usual.get(stage.result())), now).stream())
                .toList();
    }

    /** A stage of a run that may go on. */
    private record Moving(QueuedStage queued, Standing standing) {
        StageResult.Stage result() {
            return standing.stage(queued.stageId());
        }
    }

    private Optional<PlacementRequest> request(Moving moving, Optional<Duration> usual, Instant now) {
        QueuedStage queued = moving.queued();
        Standing standing = moving.standing();
        Optional<StageSpec> stage =
                pipelines.spec(queued.definitionId()).flatMap(pipeline -> pipeline.stage(queued.stageId()));
        if (stage.isEmpty()) {
            log.error(
                    "The stage {} of run {} is not in its pipeline and cannot be placed",
                    queued.stageId(),
                    queued.runId());
        }
        return stage.map(spec -> new PlacementRequest(
                queued.jobId(),
                spec.name(),
                new Claimant(standing.projectId(), standing.owner()),
                standing.priority(),
                Duration.between(queued.createdAt(), now),
                usual,
                spec.requirements(),
                Map.of()));
    }
}
