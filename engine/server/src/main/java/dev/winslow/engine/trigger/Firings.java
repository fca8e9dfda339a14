package dev.winslow.engine.trigger;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.run.RunView;
import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.engine.Changes;
import dev.winslow.engine.Ids;
import dev.winslow.engine.database.PassingFailure;
import dev.winslow.engine.flowable.CannotGoOn;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.minio.StorageUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private final TriggerCheck check;
    private final Events events;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Firings(
            TriggerRepository triggers,
            FiringRepository firings,
            TriggerCheck check,
            Events events,
            Changes changes,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.triggers = triggers;
        this.firings = firings;
        this.check = check;
        this.events = events;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Why a trigger fires.
     *
     * @param claim whether this is still to be fired, asked while the trigger is locked; it makes sure that nobody fires it again
     */
    record Cause(UUID triggerId, Instant dueAt, Optional<UUID> fileId, Predicate<Trigger> claim) {}

    /**
     * Empty where another server, or a person who disabled the trigger, was first. What may pass by itself is thrown, and changes nothing.
     *
     * @param start is given the trigger as it is while it is locked: it may have been changed since it was found to be due
     */
    Optional<FiringView> fire(Cause cause, Function<Trigger, RunView> start) {
        try {
            return claimed(cause, trigger -> {
                check.mayStill(trigger);
                return started(cause, trigger, start.apply(trigger));
            });
        } catch (RuntimeException failure) {
            if (PassingFailure.is(failure) || failure instanceof StorageUnavailable) {
                throw failure;
            }
            String sentence = sentence(failure);
            return claimed(cause, trigger -> unstarted(cause, trigger, FiringOutcome.REFUSED, sentence));
        }
    }

    /** Notes times that no server was there for. */
    void miss(Cause cause, Function<Trigger, String> sentence) {
        claimed(cause, trigger -> unstarted(cause, trigger, FiringOutcome.MISSED, sentence.apply(trigger)));
    }

    private Optional<FiringView> claimed(Cause cause, Function<Trigger, FiringView> work) {
        return Objects.requireNonNull(transaction.execute(status -> triggers.lock(cause.triggerId())
                .filter(Trigger::enabled)
                .filter(cause.claim())
                .map(trigger -> Acting.as(trigger, () -> work.apply(trigger)))));
    }

    private FiringView started(Cause cause, Trigger trigger, RunView run) {
        log.info("Trigger \"{}\" started run {}", trigger.name(), run.id());
        return note(cause, FiringOutcome.STARTED, Optional.of(run), "Run " + run.id() + " was started.");
    }

    private FiringView unstarted(Cause cause, Trigger trigger, FiringOutcome outcome, String sentence) {
        log.warn("Trigger \"{}\", due {}: {}", trigger.name(), cause.dueAt(), sentence);
        EventKind kind = outcome == FiringOutcome.MISSED ? EventKind.TRIGGER_MISSED : EventKind.TRIGGER_REFUSED;
        trigger.projectId()
                .ifPresent(project ->
                        events.ofProject(project, kind, Map.of("trigger", trigger.name(), "reason", sentence)));
        changes.noted(trigger.projectId().orElse(trigger.id()));
        return note(cause, outcome, Optional.empty(), sentence);
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
