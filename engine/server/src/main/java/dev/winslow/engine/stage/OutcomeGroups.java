package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.engine.database.PassingFailure;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Outcomes.Ending;
import dev.winslow.engine.stage.Outcomes.Examined;
import dev.winslow.engine.stage.Outcomes.Examined.Whole;
import dev.winslow.engine.stage.Outcomes.Held;
import dev.winslow.minio.StorageUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes how several attempts ended that are reported together: successes of different runs in one transaction, as far as nobody else holds these runs;
 * the others, and all where one of them cannot be taken, each by itself. See docs/decisions/0059-outcomes-travel-together.md.
 */
@Service
public class OutcomeGroups {
    private static final Logger log = LoggerFactory.getLogger(OutcomeGroups.class);

    /** One report may name what the storage cannot find out about; two in a row will not be the last ones. */
    private static final int FAILURES_OF_A_STORAGE_THAT_IS_AWAY = 2;

    private final Outcomes outcomes;
    private final AttemptRepository attempts;
    private final Runs runs;
    private final ArrivingOutcomes arriving;
    private final TransactionTemplate transaction;

    OutcomeGroups(
            Outcomes outcomes,
            AttemptRepository attempts,
            Runs runs,
            ArrivingOutcomes arriving,
            TransactionTemplate transaction) {
        this.outcomes = outcomes;
        this.attempts = attempts;
        this.runs = runs;
        this.arriving = arriving;
        this.transaction = transaction;
    }

    /** How each was taken, by its attempt. What can be taken at once does not wait for the storage to be asked for the others' files. */
    public Map<UUID, Ending> end(List<AttemptOutcome> reports) {
        return arriving.during(reports, () -> taken(reports));
    }

    private Map<UUID, Ending> taken(List<AttemptOutcome> reports) {
        Call call = new Call();
        Map<Boolean, List<AttemptOutcome>> byFiles = reports.stream()
                .collect(Collectors.partitioningBy(
                        report -> report.outcome().files().isEmpty()));
        call.take(byFiles.getOrDefault(true, List.of()));
        call.take(byFiles.getOrDefault(false, List.of()));
        return call.endings;
    }

    /** What became of the reports of one call so far. */
    private final class Call {
        private final Map<UUID, Ending> endings = new HashMap<>();
        private Optional<RuntimeException> databaseAway = Optional.empty();
        /** In a row. */
        private final List<StorageUnavailable> storageFailures = new ArrayList<>();

        private void take(List<AttemptOutcome> reports) {
            List<Whole> whole = new ArrayList<>();
            for (AttemptOutcome report : reports) {
                attempt(report.attemptId(), () -> {
                    if (storageFailures.size() == FAILURES_OF_A_STORAGE_THAT_IS_AWAY) {
                        throw storageFailures.getLast();
                    }
                    examine(report).ifPresent(whole::add);
                });
            }
            List<Whole> successes = whole.stream()
                    .filter(report -> report.outcome().state() == AttemptState.SUCCEEDED)
                    .toList();
            succeeded(successes).forEach(id -> endings.put(id, new Ending.Accepted(AttemptState.SUCCEEDED)));
            for (Whole report : whole) {
                if (!endings.containsKey(report.attemptId())) {
                    attempt(report.attemptId(), () -> endings.put(report.attemptId(), outcomes.accept(report)));
                }
            }
        }

        private Optional<Whole> examine(AttemptOutcome report) {
            Examined examined;
            try {
                examined = outcomes.examine(report.attemptId(), StorableOutcome.of(report.outcome()));
                storageFailures.clear();
            } catch (StorageUnavailable failure) {
                storageFailures.add(failure);
                throw failure;
            }
            return switch (examined) {
                case Whole whole -> Optional.of(whole);
                case Examined.Answered(Ending ending) -> {
                    endings.put(report.attemptId(), ending);
                    yield Optional.empty();
                }
            };
        }

        /** What one cannot have keeps no other from it, unless it is the database itself, for which each would wait in vain. */
        private void attempt(UUID id, Runnable work) {
            try {
                if (databaseAway.isPresent()) {
                    throw databaseAway.get();
                }
                work.run();
            } catch (RuntimeException failure) {
                if (failure instanceof CannotCreateTransactionException
                        || failure instanceof DataAccessResourceFailureException) {
                    databaseAway = Optional.of(failure);
                }
                tell(id, failure);
                endings.put(id, new Ending.Untaken(failure));
            }
        }
    }

    private static void tell(UUID attempt, RuntimeException failure) {
        if (failure instanceof StorageUnavailable || PassingFailure.is(failure)) {
            log.warn("The outcome of attempt {} cannot be taken now: {}", attempt, failure.toString());
        } else {
            log.error("The outcome of attempt {} cannot be taken", attempt, failure);
        }
    }

    /** The attempts whose success was taken together. */
    private Set<UUID> succeeded(List<Whole> reports) {
        if (reports.size() < 2) {
            return Set.of();
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                List<Delivered> delivered = locked(reports);
                if (!delivered.isEmpty()) {
                    outcomes.succeed(delivered);
                }
                return delivered.stream().map(each -> each.attempt().id()).collect(Collectors.toSet());
            }));
        } catch (RuntimeException failure) {
            log.debug("Of {} outcomes, one cannot be taken: each by itself", reports.size(), failure);
            return Set.of();
        }
    }

    /** Those that can be taken together, with their runs and attempts locked: none that was reported before, and one of each run. */
    private List<Delivered> locked(List<Whole> reports) {
        Map<UUID, UUID> runOf =
                attempts.runsOf(reports.stream().map(Whole::attemptId).toList());
        Collection<Whole> candidates = reports.stream()
                .filter(report -> runOf.containsKey(report.attemptId()))
                .collect(Collectors.toMap(
                        report -> runOf.get(report.attemptId()), Function.identity(), (first, later) -> first))
                .values();
        Map<UUID, Run> free = runs.lockFree(
                candidates.stream().map(report -> runOf.get(report.attemptId())).toList());
        Map<UUID, Whole> ofFree = candidates.stream()
                .filter(report -> Optional.ofNullable(free.get(runOf.get(report.attemptId())))
                        .filter(run -> run.end().isEmpty())
                        .isPresent())
                .collect(Collectors.toMap(Whole::attemptId, Function.identity()));
        List<Delivered> delivered = new ArrayList<>();
        for (Attempt attempt : attempts.lock(ofFree.keySet())) {
            Whole report = Objects.requireNonNull(ofFree.get(attempt.id()));
            Run run = Objects.requireNonNull(free.get(attempt.runId()));
            if (LeaseCheck.of(Optional.of(attempt), report.outcome().leaseToken()) instanceof LeaseCheck.Held) {
                delivered.add(new Delivered(new Held(run, attempt), report.outcome(), report.delivery()));
            }
        }
        return delivered;
    }
}
