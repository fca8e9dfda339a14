package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.AttemptOutcome;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.stage.Outcomes.Ending;
import dev.winslow.engine.stage.Outcomes.Examined;
import dev.winslow.engine.stage.Outcomes.Examined.Whole;
import dev.winslow.engine.stage.Outcomes.Held;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
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
        Map<UUID, Ending> endings = new HashMap<>();
        Map<Boolean, List<AttemptOutcome>> byFiles = reports.stream()
                .collect(Collectors.partitioningBy(
                        report -> report.outcome().files().isEmpty()));
        for (boolean bare : List.of(true, false)) {
            List<Whole> whole = new ArrayList<>();
            for (AttemptOutcome report : byFiles.getOrDefault(bare, List.of())) {
                examine(report, whole).ifPresent(ending -> endings.put(report.attemptId(), ending));
            }
            endings.putAll(accept(whole));
        }
        return endings;
    }

    private Optional<Ending> examine(AttemptOutcome report, List<Whole> whole) {
        try {
            return switch (outcomes.examine(report.attemptId(), StorableOutcome.of(report.outcome()))) {
                case Examined.Answered(Ending ending) -> Optional.of(ending);
                case Whole found -> {
                    whole.add(found);
                    yield Optional.empty();
                }
            };
        } catch (RuntimeException failure) {
            return Optional.of(new Ending.Untaken(failure));
        }
    }

    private Map<UUID, Ending> accept(List<Whole> reports) {
        Map<UUID, Ending> endings = new HashMap<>();
        succeeded(reports.stream()
                        .filter(report -> report.outcome().state() == AttemptState.SUCCEEDED)
                        .toList())
                .forEach(attempt -> endings.put(attempt, new Ending.Accepted(AttemptState.SUCCEEDED)));
        for (Whole report : reports) {
            endings.computeIfAbsent(report.attemptId(), attempt -> alone(() -> outcomes.accept(report)));
        }
        return endings;
    }

    private static Ending alone(Supplier<Ending> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            return new Ending.Untaken(failure);
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
                .filter(report -> free.containsKey(runOf.get(report.attemptId())))
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
