package dev.winslow.engine.history;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that happens in all projects, for readers that want to miss nothing. Events get their place in the sequence when they are read first, after
 * their commit: a reader that remembers the last number that it saw never skips one that was written earlier and committed later.
 */
@Component
public class EventFeed {
    private static final int AT_ONCE = 1000;

    private final EventRepository events;
    private final TransactionTemplate transaction;

    EventFeed(EventRepository events, TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    /** An event and its place in the sequence. */
    public record Entry(long sequence, Event event) {}

    /** The next events after this one, at most so many; 0 asks for the first of all. Cheap where there is nothing new. */
    public List<Entry> after(long sequence, int limit) {
        continueSequence();
        return events.after(sequence, limit);
    }

    /** Where a reader begins that wants only what happens from now on. */
    public long newest() {
        while (continueSequence() == AT_ONCE) {
            // There is more to be numbered.
        }
        return events.newestSequence();
    }

    private int continueSequence() {
        if (events.withoutSequence(1).isEmpty()) {
            return 0;
        }
        return transaction.execute(status -> {
            events.lockSequence();
            List<Long> fresh = events.withoutSequence(AT_ONCE);
            events.continueSequence(fresh);
            return fresh.size();
        });
    }
}
