package dev.winslow.engine.trigger;

import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.engine.security.TokenKind;
import dev.winslow.engine.security.TokenService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The beginning and the end of triggers with their tokens. A removal can be taken back, and is for good once nobody has done so for a day. */
@Component
class TriggerLife {
    private static final Duration REGRET = Duration.ofDays(1);

    private final TriggerRepository triggers;
    private final TokenService tokens;
    private final InstantSource clock;

    TriggerLife(TriggerRepository triggers, TokenService tokens, InstantSource clock) {
        this.triggers = triggers;
        this.tokens = tokens;
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

    /** Times that came meanwhile stay without a run. */
    void restore(Trigger trigger) {
        Instant now = clock.instant();
        triggers.restore(trigger.id());
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
    void sweep() {
        triggers.removedBefore(clock.instant().minus(REGRET)).forEach(this::delete);
    }
}
