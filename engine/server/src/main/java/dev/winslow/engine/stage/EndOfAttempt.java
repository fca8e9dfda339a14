package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Completion;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Outcomes.Held;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * Of attempts at different runs. False where the process has left one of the stages meanwhile, so that its result is no longer wanted: the caller
     * takes back all that was written.
     */
    boolean success(List<Delivered> delivered) {
        Map<UUID, Map<String, String>> before = delivered.stream()
                .collect(Collectors.toMap(
                        each -> each.run().id(),
                        each -> runs.before(each.run(), each.outcome().variables())));
        Set<String> completed =
                kernel.complete(delivered.stream().map(EndOfAttempt::completion).toList());
        if (completed.size() < delivered.size()) {
            return false;
        }
        for (Delivered each : delivered) {
            runs.changed(
                    each.run(),
                    before.getOrDefault(each.run().id(), Map.of()),
                    each.outcome().variables());
        }
        Instant now = time.now();
        attempts.end(
                AttemptState.SUCCEEDED,
                delivered.stream()
                        .map(each -> new AttemptRepository.Ended(
                                each.attempt(),
                                new Attempt.End(
                                        now,
                                        each.outcome().exitCode(),
                                        Optional.empty(),
                                        each.outcome().phases())))
                        .toList());
        closing.close(delivered.stream()
                .map(each -> new Closing.LastLine(
                        each.attempt(),
                        "Succeeded; %d files are kept."
                                .formatted(each.outcome().files().size())))
                .toList());
        delivered.forEach(each -> runs.done(each.run(), each.attempt().stage().id()));
        runs.moved(delivered.stream().map(Delivered::run).toList());
        return true;
    }

    private static Completion completion(Delivered delivered) {
        Attempt attempt = delivered.attempt();
        return new Completion(
                attempt.runId(),
                attempt.jobId(),
                attempt.lease().token(),
                delivered.outcome().variables());
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

    /** Of a stage that succeeded, behind which the process cannot go on: what it set counts, for whoever mends what is in the way. */
    void stuck(Delivered delivered, String reason) {
        Map<String, String> variables = delivered.outcome().variables();
        if (!variables.isEmpty()) {
            runs.changing(delivered.run(), variables);
            kernel.setVariables(delivered.run().id(), variables);
        }
        failureForGood(delivered.held(), delivered.outcome(), reason);
    }

    /** Without another try, which would end the same way. */
    void failureForGood(Held held, Outcome outcome, String reason) {
        endings.endForGood(held, AttemptState.FAILED, end(outcome, reason));
    }

    private Attempt.End end(Outcome outcome, String reason) {
        return new Attempt.End(time.now(), outcome.exitCode(), Optional.of(reason), outcome.phases());
    }
}
