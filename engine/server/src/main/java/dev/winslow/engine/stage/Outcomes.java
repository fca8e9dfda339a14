package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.artifact.Workspaces.Delivery;
import dev.winslow.engine.database.PassingFailure;
import dev.winslow.engine.flowable.CannotGoOn;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes how attempts ended. Artifacts, the attempt's end and the step of the process are one transaction; the storage is asked before it. What
 * cannot be taken, and could not at the next try either, is the attempt's failure: its worker would send the same report for ever.
 */
@Service
public class Outcomes {
    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    private static final Delivery.Complete NOTHING = new Delivery.Complete(List.of(), List.of());

    private final AttemptRepository attempts;
    private final Runs runs;
    private final Results results;
    private final EndOfAttempt endOf;
    private final Releases releases;
    private final TransactionTemplate transaction;

    Outcomes(
            AttemptRepository attempts,
            Runs runs,
            Results results,
            EndOfAttempt endOf,
            Releases releases,
            TransactionTemplate transaction) {
        this.attempts = attempts;
        this.runs = runs;
        this.results = results;
        this.endOf = endOf;
        this.releases = releases;
        this.transaction = transaction;
    }

    public Ending end(UUID attemptId, Outcome report) {
        Outcome outcome = StorableOutcome.of(report);
        if (outcome.files().isEmpty()) {
            return accept(attemptId, outcome, NOTHING);
        }
        return switch (LeaseCheck.of(attempts.find(attemptId), outcome.leaseToken())) {
            case LeaseCheck.Held(Attempt attempt) -> examine(attempt, outcome);
            case LeaseCheck.Ended(Attempt attempt) -> new Ending.Accepted(attempt.state());
            case LeaseCheck.Stale() -> new Ending.Stale();
        };
    }

    private Ending examine(Attempt attempt, Outcome outcome) {
        return switch (results.examine(attempt, outcome.files())) {
            case Delivery.Missing(List<String> paths) -> new Ending.FilesMissing(paths);
            case Delivery.Complete complete -> accept(attempt.id(), outcome, complete);
        };
    }

    private Ending accept(UUID attemptId, Outcome outcome, Delivery.Complete delivery) {
        try {
            return underLock(attemptId, outcome, held -> write(held, outcome, delivery));
        } catch (LeftBehind left) {
            return underLock(attemptId, outcome, held -> {
                results.record(held, delivery, false);
                endOf.leftBehind(held.attempt());
                return new Ending.Stale();
            });
        } catch (RuntimeException failure) {
            if (mayPass(failure)) {
                throw failure;
            }
            log.error("The outcome of attempt {} cannot be taken", attemptId, failure);
            return underLock(attemptId, outcome, held -> {
                endOf.failureForGood(held, outcome, reason(outcome, failure));
                return new Ending.Accepted(AttemptState.FAILED);
            });
        }
    }

    private Ending write(Held held, Outcome outcome, Delivery.Complete delivery) {
        results.record(held, delivery, outcome.state() == AttemptState.SUCCEEDED);
        return switch (outcome.state()) {
            case SUCCEEDED -> succeeded(held, outcome);
            case RELEASED -> released(held, outcome);
            default -> {
                endOf.failure(held, outcome);
                yield new Ending.Accepted(AttemptState.FAILED);
            }
        };
    }

    private Ending succeeded(Held held, Outcome outcome) {
        if (!endOf.success(held, outcome)) {
            throw new LeftBehind();
        }
        results.keep(held, outcome);
        return new Ending.Accepted(AttemptState.SUCCEEDED);
    }

    private Ending released(Held held, Outcome outcome) {
        if (held.attempt().lease().abortRequested()) {
            endOf.failure(held, outcome.as(AttemptState.ABORTED, "Aborted by a person."));
            return new Ending.Accepted(AttemptState.FAILED);
        }
        if (releases.release(held, outcome)) {
            return new Ending.Accepted(AttemptState.RELEASED);
        }
        endOf.failure(
                held,
                outcome.as(
                        AttemptState.FAILED,
                        "The stage ended to wait for a person, but asked nothing that could be taken."));
        return new Ending.Accepted(AttemptState.FAILED);
    }

    /** With the run and the attempt locked, in this order, and the lease checked again under the locks. */
    private Ending underLock(UUID attemptId, Outcome outcome, Function<Held, Ending> work) {
        return Objects.requireNonNull(transaction.execute(status -> runs.lockOf(attemptId)
                .map(run -> switch (LeaseCheck.of(attempts.lock(attemptId), outcome.leaseToken())) {
                    case LeaseCheck.Held(Attempt attempt) -> work.apply(new Held(run, attempt));
                    case LeaseCheck.Ended(Attempt attempt) -> new Ending.Accepted(attempt.state());
                    case LeaseCheck.Stale() -> new Ending.Stale();
                })
                .orElseGet(Ending.Stale::new)));
    }

    private static boolean mayPass(RuntimeException failure) {
        return failure instanceof ProblemException || PassingFailure.is(failure);
    }

    private static String reason(Outcome outcome, RuntimeException failure) {
        if (outcome.state() != AttemptState.SUCCEEDED) {
            return outcome.reason().orElse("The stage failed.");
        }
        return failure instanceof CannotGoOn
                ? "The stage succeeded, but the run cannot go on behind it: " + failure.getMessage()
                : "The stage succeeded, but its result could not be recorded: " + failure;
    }

    /** The process has gone on without the stage, so that nothing starts from what it left: takes back what was written on the way to learn it. */
    private static final class LeftBehind extends RuntimeException {
        private static final long serialVersionUID = 1;

        LeftBehind() {
            super("The process has left the stage", null, false, false);
        }
    }

    /** An attempt whose lease holds, and its run, both locked. */
    record Held(Run run, Attempt attempt) {}

    /** How a report of the end was taken. */
    public sealed interface Ending {
        record Accepted(AttemptState state) implements Ending {}

        record Stale() implements Ending {}

        /** Files that the report names and the store lacks: the agent sends them and reports again. */
        record FilesMissing(List<String> paths) implements Ending {}
    }
}
