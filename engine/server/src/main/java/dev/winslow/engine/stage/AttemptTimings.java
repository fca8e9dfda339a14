package dev.winslow.engine.stage;

import dev.winslow.api.stage.Timing;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.TimeLeft;
import dev.winslow.engine.result.UsualTimes;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long attempts have run, and how much longer those that run will. */
@Component
class AttemptTimings {
    private final UsualTimes times;
    private final Runs runs;
    private final InstantSource clock;

    AttemptTimings(UsualTimes times, Runs runs, InstantSource clock) {
        this.times = times;
        this.runs = runs;
        this.clock = clock;
    }

    Timing of(Attempt attempt) {
        return attempt.end()
                .map(end -> new Timing(Duration.between(attempt.assignedAt(), end.at()), Optional.empty()))
                .orElseGet(() -> ofOpen(attempt));
    }

    private Timing ofOpen(Attempt attempt) {
        Run run = runs.require(attempt.runId());
        Duration running = Duration.between(attempt.assignedAt(), clock.instant());
        return new Timing(
                running,
                TimeLeft.of(
                        running,
                        attempt.standing().progress(),
                        times.of(new StageResult.Stage(
                                run.projectId(),
                                run.pipeline().key(),
                                attempt.stage().id()))));
    }
}
