package dev.winslow.engine.trigger;

import dev.winslow.api.run.RunView;
import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.engine.Ids;
import dev.winslow.engine.database.PassingFailure;
import dev.winslow.engine.flowable.CannotGoOn;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.minio.StorageUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fires triggers. The claim, the run that is started and the note of it are one transaction, so that of several servers one fires, and a crash
 * leaves either all of it or nothing. A refusal undoes what was begun and is noted in a transaction of its own, under the same claim.
 */
@Component
class Firings {
    private static final Logger log = LoggerFactory.getLogger(Firings.class);

    private final TriggerRepository triggers;
    private final FiringRepository firings;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Firings(
            TriggerRepository triggers,
            FiringRepository firings,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.triggers = triggers;
        this.firings = firings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Why a trigger fires.
     *
     * @param claim whether this is still to be fired, asked while the trigger is locked; it makes sure that nobody fires it again
     */
    record Cause(UUID triggerId, Instant dueAt, Optional<UUID> fileId, Predicate<Trigger> claim) {}

    /** Empty where another server, or a person who disabled the trigger, was first. What may pass by itself is thrown, and changes nothing. */
    Optional<FiringView> fire(Cause cause, Supplier<RunView> start) {
        try {
            return claimed(cause, () -> started(cause, start.get()));
        } catch (RuntimeException failure) {
            if (PassingFailure.is(failure) || failure instanceof StorageUnavailable) {
                throw failure;
            }
            return claimed(cause, () -> note(cause, FiringOutcome.REFUSED, Optional.empty(), sentence(failure)));
        }
    }

    /** Notes times that no server was there for. */
    void miss(Cause cause, String sentence) {
        claimed(cause, () -> note(cause, FiringOutcome.MISSED, Optional.empty(), sentence));
    }

    private Optional<FiringView> claimed(Cause cause, Supplier<FiringView> work) {
        return Objects.requireNonNull(transaction.execute(status -> triggers.lock(cause.triggerId())
                .filter(Trigger::enabled)
                .filter(cause.claim())
                .map(trigger -> work.get())));
    }

    private FiringView started(Cause cause, RunView run) {
        return note(cause, FiringOutcome.STARTED, Optional.of(run), "Run " + run.id() + " was started.");
    }

    private FiringView note(Cause cause, FiringOutcome outcome, Optional<RunView> run, String sentence) {
        FiringView firing = new FiringView(
                Ids.next(),
                cause.triggerId(),
                cause.dueAt(),
                clock.instant(),
                outcome,
                run.map(RunView::projectId),
                run.map(RunView::id),
                sentence);
        firings.insert(firing, cause.fileId());
        firings.prune(cause.triggerId());
        log.info("Trigger {}, due {}: {}", cause.triggerId(), cause.dueAt(), sentence);
        return firing;
    }

    private static String sentence(RuntimeException failure) {
        return switch (failure) {
            case ProblemException refused -> "No run was started. " + refused.detail() + " " + refused.remedy();
            case CannotGoOn stuck ->
                "No run was started: the pipeline cannot go on behind its start. " + stuck.getMessage();
            default -> {
                log.error("A trigger could not start a run", failure);
                yield "No run was started: the server failed at it, and its log tells more.";
            }
        };
    }
}
