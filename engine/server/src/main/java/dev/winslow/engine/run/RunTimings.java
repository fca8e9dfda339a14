package dev.winslow.engine.run;

import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Timing;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.UsualTimes;
import dev.winslow.engine.run.Places.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** How long runs have run, and how much longer those will that nothing keeps from going on. */
@Component
class RunTimings {
    private final UsualTimes times;
    private final InstantSource clock;

    RunTimings(UsualTimes times, InstantSource clock) {
        this.times = times;
        this.clock = clock;
    }

    Timing of(Run run, PipelineSpec pipeline, Place place, List<AttemptView> attempts) {
        Instant until = run.end().map(Run.End::at).orElseGet(clock::instant);
        return new Timing(Duration.between(run.startedAt(), until), left(run, pipeline, place, attempts));
    }

    private Optional<Duration> left(Run run, PipelineSpec pipeline, Place place, List<AttemptView> attempts) {
        return switch (RunStates.of(run, place)) {
            case QUEUED, RUNNING -> {
                Map<StageResult.Stage, Duration> known = times.of(pipeline.stages().stream()
                        .map(stage -> result(run, stage))
                        .toList());
                Function<StageSpec, Optional<Duration>> usual =
                        stage -> Optional.ofNullable(known.get(result(run, stage)));
                yield RemainingTime.of(pipeline, here(pipeline, place, attempts, usual), usual);
            }
            case WAITING, PAUSED, FAILED, SUCCEEDED, ABORTED -> Optional.empty();
        };
    }

    private static StageResult.Stage result(Run run, StageSpec stage) {
        return new StageResult.Stage(run.projectId(), run.pipeline().key(), stage.id());
    }

    private static Map<String, Optional<Duration>> here(
            PipelineSpec pipeline,
            Place place,
            List<AttemptView> attempts,
            Function<StageSpec, Optional<Duration>> usual) {
        Map<String, Optional<Duration>> here = new HashMap<>();
        for (Position position : place.positions()) {
            here.put(
                    position.stepId(),
                    switch (position) {
                        case Position.AtTask _, Position.Dead _ -> Optional.of(Duration.ZERO);
                        case Position.Queued _ ->
                            pipeline.stage(position.stepId()).flatMap(usual);
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
}
