package dev.winslow.engine.stage;

import dev.winslow.api.stage.Timing;
import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.StageResults;
import dev.winslow.engine.result.TimeLeft;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long attempts have run, and how much longer those that run will. */
@Component
class AttemptTimings {
    private final StageResults results;
    private final Runs runs;
    private final InstantSource clock;

    AttemptTimings(StageResults results, Runs runs, InstantSource clock) {
        this.results = results;
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
                        results.times(new StageResult.Stage(
                                run.projectId(),
                                run.pipeline().key(),
                                attempt.stage().id()))));
    }
}
