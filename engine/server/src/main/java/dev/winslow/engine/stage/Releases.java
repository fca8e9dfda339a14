package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.ClaimResult;
import dev.winslow.engine.log.LogService;
import dev.winslow.engine.question.Questions;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Outcomes.Held;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets a stage wait for a person without its node: it is queued again, and given to no node before all that it asked is answered. */
@Component
class Releases {
    private static final String WAITS = "It waits for a person and gave its node back until then.";

    private final AttemptRepository attempts;
    private final ProcessKernel kernel;
    private final Runs runs;
    private final Questions questions;
    private final LogService logs;
    private final AttemptClock time;

    Releases(
            AttemptRepository attempts,
            ProcessKernel kernel,
            Runs runs,
            Questions questions,
            LogService logs,
            AttemptClock time) {
        this.attempts = attempts;
        this.kernel = kernel;
        this.runs = runs;
        this.questions = questions;
        this.logs = logs;
        this.time = time;
    }

    /** False where it asked nothing that a person could answer, or the process has left the stage. */
    boolean release(Held held, Outcome outcome) {
        Attempt attempt = held.attempt();
        if (!questions.asked(attempt.id())
                || kernel.fail(attempt.jobId(), attempt.lease().token(), WAITS, Optional.of(time.now()))
                        == ClaimResult.STALE_LEASE) {
            return false;
        }
        questions.hold(attempt.id());
        attempts.end(
                attempt,
                AttemptState.RELEASED,
                new Attempt.End(time.now(), outcome.exitCode(), Optional.of(WAITS), outcome.phases()));
        logs.close(Map.of(attempt.id(), WAITS));
        runs.changed(held.run());
        return true;
    }
}
