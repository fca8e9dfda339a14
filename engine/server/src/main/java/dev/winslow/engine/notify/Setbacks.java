package dev.winslow.engine.notify;

import dev.winslow.engine.history.EventFeed.Entry;
import dev.winslow.engine.notify.Undelivered.Meaning;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What becomes of events that a receiver did not take: they wait for the next try, and are given up when they are too old. */
@Component
class Setbacks {
    private static final Logger log = LoggerFactory.getLogger(Setbacks.class);

    /** With the pauses between them, twenty minutes. */
    private static final int TRIES = 8;

    private final RuleRepository rules;
    private final NotifySettings settings;
    private final InstantSource clock;

    Setbacks(RuleRepository rules, NotifySettings settings, InstantSource clock) {
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    void note(Rule rule, List<Entry> untold, Undelivered failure) {
        if (rules.find(rule.id()).filter(rule::tellsAlike).isEmpty()) {
            // What the old address said is no word about the new one.
            return;
        }
        if (failure.meaning() == Meaning.NEVER) {
            rules.disable(rule.id(), Optional.of(failure.sentence() + " It wants to be told nothing more."));
            return;
        }
        Instant now = clock.instant();
        List<Entry> tooOld = untold.stream()
                .takeWhile(
                        entry -> entry.event().at().plus(settings.giveUpAfter()).isBefore(now))
                .toList();
        if (!tooOld.isEmpty()) {
            giveUp(rule, tooOld, failure);
        }
        int failures =
                rules.find(rule.id()).map(found -> found.standing().failures()).orElse(0) + 1;
        if (failure.meaning() == Meaning.NOT_THIS && failures >= TRIES && tooOld.isEmpty()) {
            passOver(rule, untold.getFirst(), failure);
            rules.failed(rule.id(), 0, now, failure.sentence());
            return;
        }
        // Where many are too old, the next of them are not to wait an hour for their end.
        Instant nextTry = now.plus(RetryDelay.after(tooOld.isEmpty() ? failures : 1));
        rules.failed(rule.id(), failures, nextTry, failure.sentence());
    }

    /** So that those behind it are told. */
    private void passOver(Rule rule, Entry refused, Undelivered failure) {
        String sentence = "The event %d of %s was given up after %d tries: %s"
                .formatted(refused.event().id(), refused.event().at(), TRIES, failure.sentence());
        log.warn("Rule {}: {}", rule.id(), sentence);
        rules.givenUp(rule.id(), refused.sequence(), sentence);
    }

    private void giveUp(Rule rule, List<Entry> tooOld, Undelivered failure) {
        String sentence = "%d events from %s to %s were given up after %d hours: %s"
                .formatted(
                        tooOld.size(),
                        tooOld.getFirst().event().at(),
                        tooOld.getLast().event().at(),
                        settings.giveUpAfter().toHours(),
                        failure.sentence());
        log.warn("Rule {}: {}", rule.id(), sentence);
        rules.givenUp(rule.id(), tooOld.getLast().sequence(), sentence);
    }
}
