package dev.winslow.engine.run;

import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Timing;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.StageResults;
import dev.winslow.engine.result.TimeLeft;
import dev.winslow.engine.run.Places.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long runs have run, and how much longer those will that nothing keeps from going on. */
@Component
class RunTimings {
    private final StageResults results;
    private final InstantSource clock;

    RunTimings(StageResults results, InstantSource clock) {
        this.results = results;
        this.clock = clock;
    }

    Timing of(Run run, PipelineSpec pipeline, Place place, List<AttemptView> attempts) {
        Instant until = run.end().map(Run.End::at).orElseGet(clock::instant);
        return new Timing(Duration.between(run.startedAt(), until), left(run, pipeline, place, attempts));
    }

    private Optional<Duration> left(Run run, PipelineSpec pipeline, Place place, List<AttemptView> attempts) {
        return switch (RunStates.of(run, place)) {
            case QUEUED, RUNNING ->
                RemainingTime.of(pipeline, here(run, pipeline, place, attempts), stage -> usual(run, stage));
            case WAITING, PAUSED, FAILED, SUCCEEDED, ABORTED -> Optional.empty();
        };
    }

    private Map<String, Optional<Duration>> here(
            Run run, PipelineSpec pipeline, Place place, List<AttemptView> attempts) {
        Map<String, Optional<Duration>> here = new HashMap<>();
        for (Position position : place.positions()) {
            here.put(
                    position.stepId(),
                    switch (position) {
                        case Position.AtTask _, Position.Dead _ -> Optional.of(Duration.ZERO);
                        case Position.Queued _ ->
                            pipeline.stage(position.stepId()).flatMap(stage -> usual(run, stage));
                        case Position.Claimed _ -> ofOpen(position.stepId(), attempts);
                    });
        }
        return here;
    }

    private static Optional<Duration> ofOpen(String stage, List<AttemptView> attempts) {
        List<AttemptView> open = attempts.stream()
                .filter(attempt ->
                        attempt.stageId().equals(stage) && !attempt.state().isFinal())
                .toList();
        return open.size() == 1 ? open.getFirst().timing().left() : Optional.empty();
    }

    private Optional<Duration> usual(Run run, StageSpec stage) {
        return TimeLeft.median(results.times(
                new StageResult.Stage(run.projectId(), run.pipeline().key(), stage.id())));
    }
}
