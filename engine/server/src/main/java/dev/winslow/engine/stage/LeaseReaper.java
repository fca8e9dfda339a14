package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Outcomes.Held;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the attempts whose node has not been heard of for the length of a lease. */
@Component
class LeaseReaper {
    private static final Logger log = LoggerFactory.getLogger(LeaseReaper.class);

    private final AttemptRepository attempts;
    private final Runs runs;
    private final Endings endings;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final UnbrokenWatch watch;

    LeaseReaper(
            AttemptRepository attempts,
            Runs runs,
            Endings endings,
            TransactionTemplate transaction,
            AttemptClock time) {
        this.attempts = attempts;
        this.runs = runs;
        this.endings = endings;
        this.transaction = transaction;
        this.clock = time::now;
        Instant now = time.now();
        this.watch = new UnbrokenWatch(time.lease(), now);
    }

    @Scheduled(fixedDelayString = "${winslow.reaper-interval:PT2S}")
    void reap() {
        Instant now = clock.instant();
        if (watch.isLongEnough(now)) {
            attempts.expired(now).forEach(attempt -> tryToReap(attempt, now));
            watch.busyUntil(clock.instant());
        }
    }

    /** One that cannot be ended now does not keep the others from it; the next round tries again. */
    private void tryToReap(Attempt attempt, Instant now) {
        try {
            reap(attempt.id(), attempt.runId(), now);
        } catch (RuntimeException e) {
            log.error("Attempt {}, whose lease has run out, could not be ended", attempt.id(), e);
        }
    }

    private void reap(UUID attemptId, UUID runId, Instant now) {
        transaction.executeWithoutResult(status -> {
            Run run = runs.lock(runId);
            attempts.lock(attemptId)
                    .filter(attempt -> !attempt.state().isFinal())
                    .filter(attempt -> attempt.lease().expiresAt().isBefore(now))
                    .ifPresent(attempt -> lose(run, attempt));
        });
    }

    private void lose(Run run, Attempt attempt) {
        String reason = "The node %s has not been heard of since before %s."
                .formatted(attempt.place().nodeName(), attempt.lease().expiresAt());
        log.warn("Attempt {} is lost: {}", attempt.id(), reason);
        Held held = new Held(run, attempt);
        Attempt.End end = new Attempt.End(clock.instant(), Optional.empty(), Optional.of(reason));
        if (attempt.lease().abortRequested()) {
            // It is not to run again elsewhere, though its node never said that it has stopped it.
            endings.endForGood(held, AttemptState.LOST, end);
            runs.pause(run);
        } else {
            endings.endWithoutSuccess(held, AttemptState.LOST, end);
        }
    }
}
