package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.AttemptOutcome;
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

    private final Outcomes outcomes;
    private final AttemptRepository attempts;
    private final Runs runs;
    private final TransactionTemplate transaction;

    OutcomeGroups(Outcomes outcomes, AttemptRepository attempts, Runs runs, TransactionTemplate transaction) {
        this.outcomes = outcomes;
        this.attempts = attempts;
        this.runs = runs;
        this.transaction = transaction;
    }

    /** How each was taken, by its attempt. What can be taken at once does not wait for the storage to be asked for the others' files. */
    public Map<UUID, Ending> end(List<AttemptOutcome> reports) {
        Map<Boolean, List<AttemptOutcome>> byFiles = reports.stream()
                .collect(Collectors.partitioningBy(
                        report -> report.outcome().files().isEmpty()));
        Map<UUID, Ending> endings = new HashMap<>();
        accept(byFiles.getOrDefault(true, List.of()), endings);
        accept(byFiles.getOrDefault(false, List.of()), endings);
        return endings;
    }

    private void accept(List<AttemptOutcome> reports, Map<UUID, Ending> endings) {
        List<Whole> whole = new ArrayList<>();
        eachUnlessAway(reports, AttemptOutcome::attemptId, endings, report -> switch (outcomes.examine(
                report.attemptId(), StorableOutcome.of(report.outcome()))) {
            case Examined.Answered(Ending ending) -> Optional.of(ending);
            case Whole found -> {
                whole.add(found);
                yield Optional.empty();
            }
        });
        acceptWhole(whole, endings);
    }

    private void acceptWhole(List<Whole> reports, Map<UUID, Ending> endings) {
        succeeded(reports.stream()
                        .filter(report -> report.outcome().state() == AttemptState.SUCCEEDED)
                        .toList())
                .forEach(attempt -> endings.put(attempt, new Ending.Accepted(AttemptState.SUCCEEDED)));
        List<Whole> left = reports.stream()
                .filter(report -> !endings.containsKey(report.attemptId()))
                .toList();
        eachUnlessAway(left, Whole::attemptId, endings, report -> Optional.of(outcomes.accept(report)));
    }

    /** What one cannot have keeps no other from it, unless it is the storage or the database itself, which each would wait for in vain. */
    private static <T> void eachUnlessAway(
            List<T> reports, Function<T, UUID> attempt, Map<UUID, Ending> endings, Function<T, Optional<Ending>> work) {
        Optional<RuntimeException> away = Optional.empty();
        for (T report : reports) {
            try {
                away.<Optional<Ending>>map(failure -> Optional.of(new Ending.Untaken(failure)))
                        .orElseGet(() -> work.apply(report))
                        .ifPresent(ending -> endings.put(attempt.apply(report), ending));
            } catch (StorageUnavailable | CannotCreateTransactionException failure) {
                away = Optional.of(failure);
                endings.put(attempt.apply(report), new Ending.Untaken(failure));
            } catch (RuntimeException failure) {
                endings.put(attempt.apply(report), new Ending.Untaken(failure));
            }
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
