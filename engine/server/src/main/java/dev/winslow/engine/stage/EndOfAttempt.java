package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.ClaimResult;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Outcomes.Held;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes how an attempt ended, and the last line of its log. */
@Component
class EndOfAttempt {
    private final AttemptRepository attempts;
    private final ProcessKernel kernel;
    private final Runs runs;
    private final Endings endings;
    private final Closing closing;
    private final AttemptClock time;

    EndOfAttempt(
            AttemptRepository attempts,
            ProcessKernel kernel,
            Runs runs,
            Endings endings,
            Closing closing,
            AttemptClock time) {
        this.attempts = attempts;
        this.kernel = kernel;
        this.runs = runs;
        this.endings = endings;
        this.closing = closing;
        this.time = time;
    }

    /** False where the process has left the stage meanwhile, so that its result is no longer wanted: the caller takes back all that it wrote. */
    boolean success(Held held, Outcome outcome) {
        Attempt attempt = held.attempt();
        Map<String, String> before = runs.before(held.run(), outcome.variables());
        if (kernel.complete(attempt.jobId(), attempt.lease().token(), outcome.variables()) == ClaimResult.STALE_LEASE) {
            return false;
        }
        runs.changed(held.run(), before, outcome.variables());
        attempts.end(
                attempt,
                AttemptState.SUCCEEDED,
                new Attempt.End(time.now(), outcome.exitCode(), Optional.empty(), outcome.phases()));
        closing.close(
                attempt,
                "Succeeded; %d files are kept.".formatted(outcome.files().size()));
        runs.done(held.run(), attempt.stage().id());
        runs.moved(held.run());
        return true;
    }

    void leftBehind(Attempt attempt) {
        endings.leftBehind(attempt);
    }

    /** What a person aborted counts as failed, is not tried again, and nothing follows it before a person says so. */
    void failure(Held held, Outcome outcome) {
        if (outcome.state() == AttemptState.ABORTED) {
            endings.endForGood(
                    held, AttemptState.FAILED, end(outcome, outcome.reason().orElse("Aborted by a person.")));
            runs.pause(held.run());
        } else {
            String reason = outcome.reason().orElse("The stage failed and its worker gave no reason.");
            endings.endWithoutSuccess(held, AttemptState.FAILED, end(outcome, reason));
        }
    }

    /** Without another try, which would end the same way. */
    void failureForGood(Held held, Outcome outcome, String reason) {
        endings.endForGood(held, AttemptState.FAILED, end(outcome, reason));
    }

    private Attempt.End end(Outcome outcome, String reason) {
        return new Attempt.End(time.now(), outcome.exitCode(), Optional.of(reason), outcome.phases());
    }
}
