package dev.winslow.engine.stage;

import dev.winslow.engine.result.StageResult;
import dev.winslow.engine.result.StageResults;
import dev.winslow.engine.result.TimeLeft;
import dev.winslow.engine.run.Priorities.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How long stages usually take, for placement: looked up once a minute, since rounds come many times a second. */
@Component
class UsualTimes {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final Function<StageResult.Stage, List<Duration>> results;
    private final InstantSource clock;
    private final Map<StageResult.Stage, Known> known = new ConcurrentHashMap<>();
    private volatile Instant tidied = Instant.MIN;

    @Autowired
    UsualTimes(StageResults results, AttemptClock time) {
        this(results::times, time::now);
    }

    /** @param results how long a stage took the last times */
    UsualTimes(Function<StageResult.Stage, List<Duration>> results, InstantSource clock) {
        this.results = results;
        this.clock = clock;
    }

    private record Known(Optional<Duration> usual, Instant until) {
        boolean isGoodAt(Instant now) {
            return until.isAfter(now);
        }
    }

    Optional<Duration> of(Standing standing, String stageId) {
        StageResult.Stage stage = new StageResult.Stage(standing.projectId(), standing.pipelineKey(), stageId);
        Instant now = clock.instant();
        return Optional.ofNullable(known.get(stage))
                .filter(answer -> answer.isGoodAt(now))
                .orElseGet(() -> lookUp(stage, now))
                .usual();
    }

    private Known lookUp(StageResult.Stage stage, Instant now) {
        tidy(now);
        Known answer = new Known(TimeLeft.median(results.apply(stage)), now.plus(GOOD_FOR));
        known.put(stage, answer);
        return answer;
    }

    /** Seldom, for it looks at every answer. */
    private void tidy(Instant now) {
        if (tidied.isBefore(now.minus(GOOD_FOR))) {
            tidied = now;
            known.values().removeIf(answer -> !answer.isGoodAt(now));
        }
    }

    /** How much longer an attempt will run; empty where it has run longer than usual. */
    Optional<Duration> left(Standing standing, Attempt attempt) {
        return of(standing, attempt.stage().id())
                .map(usual -> usual.minus(Duration.between(attempt.assignedAt(), clock.instant())))
                .filter(left -> !left.isNegative());
    }
}
