package dev.winslow.engine.stage;

import dev.winslow.api.DurationText;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.ClaimResult;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Outcomes.Held;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ends attempts without success: another try after a pause where the pipeline allows one, otherwise a person decides. */
@Component
class Endings {
    private static final Duration DEFAULT_BACK_OFF = Duration.ofSeconds(10);
    private static final int LONGEST_DOUBLING = 6;
    private static final int LOSSES = 3;

    private final AttemptRepository attempts;
    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final Runs runs;
    private final Closing closing;
    private final AttemptClock time;

    Endings(
            AttemptRepository attempts,
            ProcessKernel kernel,
            PipelineService pipelines,
            Runs runs,
            Closing closing,
            AttemptClock time) {
        this.attempts = attempts;
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.runs = runs;
        this.closing = closing;
        this.time = time;
    }

    /** In the caller's transaction, with the run and the attempt locked. */
    void endWithoutSuccess(Held held, AttemptState state, Attempt.End end) {
        attempts.end(held.attempt(), state, end);
        fail(held, end, retryIn(held, state));
    }

    /** As {@link #endWithoutSuccess}, and a person decides at once. */
    void endForGood(Held held, AttemptState state, Attempt.End end) {
        attempts.end(held.attempt(), state, end);
        fail(held, end, Optional.empty());
    }

    /** A stage that the process has left while it ran: by a timer of the pipeline, or by an end that ends all. */
    void leftBehind(Attempt attempt) {
        String reason = "The run has gone on without this stage.";
        attempts.end(attempt, AttemptState.ABORTED, new Attempt.End(time.now(), Optional.empty(), Optional.of(reason)));
        closing.close(attempt, reason);
        runs.moved(attempt.runId());
    }

    /** That the process has left the stage meanwhile is fine here: then nothing is to be queued or to wait for a person. */
    private void fail(Held held, Attempt.End end, Optional<Duration> retryIn) {
        Attempt attempt = held.attempt();
        String reason = end.reason().orElse("The stage failed.");
        closing.close(attempt, reason + " " + whatFollows(retryIn));
        ClaimResult taken = kernel.fail(
                attempt.jobId(),
                attempt.lease().token(),
                reason,
                retryIn.map(pause -> time.now().plus(pause)));
        if (taken == ClaimResult.ACCEPTED && retryIn.isEmpty()) {
            runs.tell(
                    attempt.runId(),
                    EventKind.RUN_FAILED,
                    Map.of("step", attempt.stage().name(), "reason", reason));
        }
        runs.moved(held.run());
    }

    private static String whatFollows(Optional<Duration> retryIn) {
        return retryIn.map(pause -> pause.isZero()
                        ? "It is tried again at once."
                        : "It is tried again in %s.".formatted(DurationText.of(pause)))
                .orElse("A person decides how the run goes on.");
    }

    /** After which pause it is tried again; empty where a person decides. */
    private Optional<Duration> retryIn(Held held, AttemptState state) {
        if (state == AttemptState.ABORTED) {
            return Optional.empty();
        }
        StageSpec stage = pipelines
                .spec(held.run().pipeline().definitionId())
                .orElseThrow()
                .stage(held.attempt().stage().id())
                .orElseThrow();
        int tries = attempts.countOfJob(held.attempt().jobId(), state);
        if (state == AttemptState.LOST) {
            // The node died, not the stage: it starts again at once, but not for ever.
            return tries <= LOSSES ? Optional.of(Duration.ZERO) : Optional.empty();
        }
        if (tries > stage.retries()) {
            return Optional.empty();
        }
        long doubled = 1L << Math.min(tries - 1, LONGEST_DOUBLING);
        return Optional.of(stage.backOff().orElse(DEFAULT_BACK_OFF).multipliedBy(doubled));
    }
}
