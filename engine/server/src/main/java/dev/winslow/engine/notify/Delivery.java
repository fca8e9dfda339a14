package dev.winslow.engine.notify;

import dev.winslow.engine.history.EventFeed;
import dev.winslow.engine.history.EventFeed.Entry;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells one receiver what has happened since it was last told, in order, up to the newest event or the first that it does not take. How far it has
 * come is written down after it took something: a crash between the two has it told again, with the same id.
 */
@Component
class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int AT_ONCE = 100;

    private final EventFeed feed;
    private final RuleRepository rules;
    private final Channels channels;
    private final Setbacks setbacks;
    private final EventSight sight;
    private final InstantSource clock;

    Delivery(
            EventFeed feed,
            RuleRepository rules,
            Channels channels,
            Setbacks setbacks,
            EventSight sight,
            InstantSource clock) {
        this.feed = feed;
        this.rules = rules;
        this.channels = channels;
        this.setbacks = setbacks;
        this.sight = sight;
        this.clock = clock;
    }

    /** Says whether there was something to tell. */
    boolean deliver(Rule rule) throws InterruptedException {
        if (channels.fault(rule.receiver()).isPresent()) {
            rules.passed(rule.id(), feed.newest());
            return false;
        }
        boolean spoke = false;
        long position = rule.standing().reached();
        List<Entry> entries = feed.after(position, AT_ONCE);
        while (!entries.isEmpty()) {
            List<Entry> wanted = wanted(rule, entries);
            spoke |= !wanted.isEmpty();
            if (!takesAll(rule, wanted)) {
                return true;
            }
            position = entries.getLast().sequence();
            rules.passed(rule.id(), position);
            entries = feed.after(position, AT_ONCE);
        }
        return spoke;
    }

    private List<Entry> wanted(Rule rule, List<Entry> entries) {
        return sight.visible(
                entries.stream().filter(entry -> rule.wants(entry.event())).toList(), sight.viewer(rule));
    }

    /** Not where the rule was changed, disabled or removed meanwhile: what is left is told, if at all, as it says now. */
    private boolean takesAll(Rule rule, List<Entry> wanted) throws InterruptedException {
        int size = Channels.atOnce(rule.receiver());
        for (int from = 0; from < wanted.size(); from += size) {
            List<Entry> parcel = wanted.subList(from, Math.min(from + size, wanted.size()));
            if (rules.find(rule.id()).filter(rule::tellsAlike).isEmpty()) {
                return false;
            }
            try {
                send(rule, parcel);
            } catch (Undelivered failure) {
                log.info("The receiver of rule {} took nothing: {}", rule.id(), failure.sentence());
                setbacks.note(rule, wanted.subList(from, wanted.size()), failure);
                return false;
            }
            rules.delivered(rule.id(), parcel.getLast().sequence(), clock.instant());
        }
        return true;
    }

    /** What the server itself fails at is tried again as if the receiver were away, not every second. */
    private void send(Rule rule, List<Entry> parcel) throws Undelivered, InterruptedException {
        try {
            channels.send(rule, parcel.stream().map(Entry::event).toList());
        } catch (RuntimeException failure) {
            log.error("The receiver of rule {} could not be told", rule.id(), failure);
            throw new Undelivered("The server failed at telling it; its log tells more.", Undelivered.Meaning.LATER);
        }
    }
}
