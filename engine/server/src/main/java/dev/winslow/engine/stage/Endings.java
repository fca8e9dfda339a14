package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.StageSpec;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ends attempts without success: another try after a pause where the pipeline allows one, otherwise a person decides. */
@Component
class Endings {
    private static final Duration DEFAULT_BACK_OFF = Duration.ofSeconds(10);
    private static final int LONGEST_DOUBLING = 6;

    private final AttemptRepository attempts;
    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final Runs runs;
    private final AttemptClock time;

    Endings(AttemptRepository attempts, ProcessKernel kernel, PipelineService pipelines, Runs runs, AttemptClock time) {
        this.attempts = attempts;
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.runs = runs;
        this.time = time;
    }

    /** In the caller's transaction, with the run and the attempt locked. */
    void endWithoutSuccess(Run run, Attempt attempt, AttemptState state, Attempt.End end) {
        attempts.end(attempt.id(), state, end);
        kernel.fail(
                attempt.jobId(),
                attempt.lease().token(),
                end.reason().orElse("The stage failed."),
                retryAt(run, attempt, state));
        runs.moved(run.id());
    }

    private Optional<Instant> retryAt(Run run, Attempt attempt, AttemptState state) {
        if (state == AttemptState.ABORTED) {
            return Optional.empty();
        }
        StageSpec stage = pipelines
                .spec(run.pipeline().definitionId())
                .orElseThrow()
                .stage(attempt.stage().id())
                .orElseThrow();
        int tries = attempts.countOfJob(attempt.jobId());
        if (state == AttemptState.LOST) {
            // The node died, not the stage: it starts again at once, but not for ever.
            return tries <= Math.max(stage.retries(), 3) ? Optional.of(time.now()) : Optional.empty();
        }
        if (tries > stage.retries()) {
            return Optional.empty();
        }
        long doubled = 1L << Math.min(tries - 1, LONGEST_DOUBLING);
        return Optional.of(
                time.now().plus(stage.backOff().orElse(DEFAULT_BACK_OFF).multipliedBy(doubled)));
    }
}
