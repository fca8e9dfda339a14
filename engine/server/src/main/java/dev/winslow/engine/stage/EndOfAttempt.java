package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.log.LogService;
import dev.winslow.engine.run.Run;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes how an attempt ended, and the last line of its log. */
@Component
class EndOfAttempt {
    private final AttemptRepository attempts;
    private final Endings endings;
    private final LogService logs;
    private final AttemptClock time;

    EndOfAttempt(AttemptRepository attempts, Endings endings, LogService logs, AttemptClock time) {
        this.attempts = attempts;
        this.endings = endings;
        this.logs = logs;
        this.time = time;
    }

    void success(Attempt attempt, Outcome outcome) {
        attempts.end(
                attempt.id(),
                AttemptState.SUCCEEDED,
                new Attempt.End(time.now(), outcome.exitCode(), Optional.empty()));
        logs.close(
                attempt.id(),
                "Succeeded; %d files are kept.".formatted(outcome.files().size()));
    }

    void failure(Run run, Attempt attempt, Outcome outcome) {
        AttemptState state = outcome.state() == AttemptState.ABORTED ? AttemptState.ABORTED : AttemptState.FAILED;
        String reason = outcome.reason().orElse("The stage failed and its worker gave no reason.");
        logs.close(attempt.id(), reason);
        endings.endWithoutSuccess(
                run, attempt, state, new Attempt.End(time.now(), outcome.exitCode(), Optional.of(reason)));
    }
}
