package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Outcome;
import dev.winslow.engine.artifact.Workspaces.Delivery;
import dev.winslow.engine.database.Durability;
import dev.winslow.engine.database.PassingFailure;
import dev.winslow.engine.flowable.CannotGoOn;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.time.Instant;
import java.time.InstantSource;
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
    private final InstantSource clock;

    Outcomes(
            AttemptRepository attempts,
            Runs runs,
            Results results,
            EndOfAttempt endOf,
            Releases releases,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.attempts = attempts;
        this.runs = runs;
        this.results = results;
        this.endOf = endOf;
        this.releases = releases;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Ending end(UUID attemptId, Outcome report) {
        return switch (examine(attemptId, StorableOutcome.of(report))) {
            case Examined.Whole whole -> accept(whole);
            case Examined.Answered(Ending ending) -> ending;
        };
    }

    /** Looks whether all is there that the report names, before any transaction. */
    Examined examine(UUID attemptId, Outcome outcome) {
        if (outcome.files().isEmpty()) {
            return new Examined.Whole(attemptId, outcome, NOTHING);
        }
        return switch (LeaseCheck.of(attempts.find(attemptId), outcome.leaseToken())) {
            case LeaseCheck.Held(Attempt attempt) ->
                switch (results.examine(attempt, outcome.files())) {
                    case Delivery.Missing(List<String> paths) -> new Examined.Answered(new Ending.FilesMissing(paths));
                    case Delivery.Complete complete -> new Examined.Whole(attemptId, outcome, complete);
                };
            case LeaseCheck.Ended(Attempt attempt) -> new Examined.Answered(new Ending.Accepted(attempt.state()));
            case LeaseCheck.Stale() -> new Examined.Answered(new Ending.Stale());
        };
    }

    Ending accept(Examined.Whole whole) {
        try {
            return underLock(whole, this::write);
        } catch (LeftBehind left) {
            return underLock(whole, delivered -> {
                results.record(delivered);
                endOf.leftBehind(delivered.attempt());
                return new Ending.Stale();
            });
        } catch (RuntimeException failure) {
            if (mayPass(failure)) {
                throw failure;
            }
            log.error("The outcome of attempt {} cannot be taken", whole.attemptId(), failure);
            return underLock(whole, delivered -> {
                String reason = reason(delivered.outcome(), failure);
                if (failure instanceof CannotGoOn && delivered.outcome().state() == AttemptState.SUCCEEDED) {
                    results.record(delivered);
                    endOf.stuck(delivered, reason);
                } else {
                    endOf.failureForGood(delivered.held(), delivered.outcome(), reason);
                }
                return new Ending.Accepted(AttemptState.FAILED);
            });
        }
    }

    private Ending write(Delivered delivered) {
        Outcome outcome = delivered.outcome();
        if (outcome.state() == AttemptState.SUCCEEDED) {
            succeed(List.of(delivered));
            return new Ending.Accepted(AttemptState.SUCCEEDED);
        }
        results.record(delivered);
        if (outcome.state() == AttemptState.RELEASED) {
            return released(delivered.held(), outcome);
        }
        endOf.failure(delivered.held(), outcome);
        return new Ending.Accepted(AttemptState.FAILED);
    }

    /**
     * Writes successes at different runs, in the caller's transaction.
     *
     * @throws LeftBehind where the process has left one of the stages: the transaction is to be taken back
     */
    void succeed(List<Delivered> delivered) {
        // That they were begun need not be written yet either, so that to wait for their end would keep nothing.
        Instant now = clock.instant();
        if (delivered.stream()
                .allMatch(each ->
                        each.attempt().assignedAt().plus(Durability.DELAY).isAfter(now))) {
            Durability.later();
        }
        results.recordSuccesses(delivered);
        if (!endOf.success(delivered)) {
            throw new LeftBehind();
        }
        results.keep(delivered);
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
    private Ending underLock(Examined.Whole whole, Function<Delivered, Ending> work) {
        return Objects.requireNonNull(transaction.execute(status -> runs.lockOf(whole.attemptId())
                .map(run -> switch (LeaseCheck.of(
                        attempts.lock(whole.attemptId()), whole.outcome().leaseToken())) {
                    case LeaseCheck.Held(Attempt attempt) ->
                        work.apply(new Delivered(new Held(run, attempt), whole.outcome(), whole.delivery()));
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
                        + " Set the variable for the run; then go on at a later step with what this attempt left, or try the stage again."
                : "The stage succeeded, but its result could not be recorded: " + failure;
    }

    /** The process has gone on without the stage, so that nothing starts from what it left: takes back what was written on the way to learn it. */
    private static final class LeftBehind extends RuntimeException {
        private static final long serialVersionUID = 1;

        LeftBehind() {
            super("The process has left the stage", null, false, false);
        }
    }

    /** What was found out about a report before any transaction. */
    sealed interface Examined {
        /** All is there that it names. */
        record Whole(UUID attemptId, Outcome outcome, Delivery.Complete delivery) implements Examined {}

        /** It cannot be taken so, or was taken already. */
        record Answered(Ending ending) implements Examined {}
    }

    /** An attempt whose lease holds, and its run, both locked. */
    record Held(Run run, Attempt attempt) {}

    /** How a report of the end was taken. */
    public sealed interface Ending {
        record Accepted(AttemptState state) implements Ending {}

        record Stale() implements Ending {}

        /** Files that the report names and the store lacks: the agent sends them and reports again. */
        record FilesMissing(List<String> paths) implements Ending {}

        /** It could not be taken now, of several that were reported together; the same report may be taken later. */
        record Untaken(RuntimeException failure) implements Ending {}
    }
}
