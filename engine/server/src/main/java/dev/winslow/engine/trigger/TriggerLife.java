package dev.winslow.engine.trigger;

import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.engine.security.TokenKind;
import dev.winslow.engine.security.TokenService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The beginning and the end of triggers with their tokens. A removal can be taken back, and is for good once nobody has done so for a day. */
@Component
public class TriggerLife {
    private static final Logger log = LoggerFactory.getLogger(TriggerLife.class);
    private static final Duration REGRET = Duration.ofDays(1);

    private final TriggerRepository triggers;
    private final TokenService tokens;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    TriggerLife(TriggerRepository triggers, TokenService tokens, TransactionTemplate transaction, InstantSource clock) {
        this.triggers = triggers;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** With its token, where it is called. */
    Optional<String> begin(Trigger trigger) {
        triggers.insert(trigger);
        return trigger.source() instanceof TriggerSource.Call
                ? Optional.of(tokens.issue(TokenKind.START, trigger.id().toString()))
                : Optional.empty();
    }

    void remove(UUID id) {
        tokens.suspend(TokenKind.START, id.toString());
        triggers.remove(id, clock.instant());
    }

    /** Times and films that came meanwhile stay without a run. */
    void restore(Trigger trigger) {
        Instant now = clock.instant();
        triggers.restore(trigger.id(), now);
        if (trigger.nextAt().filter(next -> next.isBefore(now)).isPresent()) {
            triggers.setNext(trigger.id(), Schedule.next(trigger.source(), now));
        }
        tokens.resume(TokenKind.START, trigger.id().toString());
    }

    void delete(UUID id) {
        tokens.revoke(TokenKind.START, id.toString());
        triggers.delete(id);
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    public void sweep() {
        Instant time = clock.instant().minus(REGRET);
        triggers.removedBefore(time).forEach(id -> tryToForget(id, time));
    }

    /** One that cannot be deleted now does not keep the others from it; the next round tries again. */
    private void tryToForget(UUID id, Instant time) {
        try {
            transaction.executeWithoutResult(status -> forget(id, time));
        } catch (RuntimeException e) {
            log.warn("Trigger {}, which was removed, could not be deleted yet", id, e);
        }
    }

    /** Unless somebody has taken the removal back since. */
    private void forget(UUID id, Instant time) {
        if (triggers.deleteRemovedBefore(id, time)) {
            tokens.revoke(TokenKind.START, id.toString());
        }
    }
}
