package dev.winslow.engine.notify;

import dev.winslow.engine.Changes;
import dev.winslow.engine.RepeatedWork;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.EventFeed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Hands events on to pages of this server as they happen, whichever server wrote them: the feed is read once for all pages. */
@Component
public class EventWatch extends RepeatedWork {
    private static final Logger log = LoggerFactory.getLogger(EventWatch.class);
    private static final int AT_ONCE = 500;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(200);

    private final LongSupplier newest;
    private final LongFunction<List<EventFeed.Entry>> after;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Autowired
    EventWatch(EventFeed feed, Changes changes) {
        this(feed::newest, seen -> feed.after(seen, AT_ONCE));
        // Listens for as long as the application lives, as the work does.
        var _ = changes.subscribeToMoves(project -> wake());
    }

    /**
     * @param newest the place of the last event
     * @param after the next events after a place
     */
    EventWatch(LongSupplier newest, LongFunction<List<EventFeed.Entry>> after) {
        super("event watch", Duration.ofSeconds(1));
        this.newest = newest;
        this.after = after;
    }

    /** The listener is called with what happens from now on, on a thread that all share: it must be quick. */
    public AutoCloseable listen(Consumer<List<Event>> told) {
        Listener listener = new Listener(told, newest.getAsLong());
        listeners.add(listener);
        wake();
        return () -> listeners.remove(listener);
    }

    @Override
    protected void round() throws InterruptedException {
        List<Listener> all = List.copyOf(listeners);
        if (all.isEmpty()) {
            return;
        }
        long seenByAll = all.stream().mapToLong(listener -> listener.seen).min().orElseThrow();
        List<EventFeed.Entry> entries = after.apply(seenByAll);
        all.forEach(listener -> listener.tell(entries));
        // Many changes at once are looked for once.
        Thread.sleep(BETWEEN_ROUNDS);
    }

    private static final class Listener {
        private final Consumer<List<Event>> told;
        private long seen;

        Listener(Consumer<List<Event>> told, long seen) {
            this.told = told;
            this.seen = seen;
        }

        /** One page that fails keeps nothing from the others. */
        void tell(List<EventFeed.Entry> entries) {
            List<Event> events = entries.stream()
                    .filter(entry -> entry.sequence() > seen)
                    .map(EventFeed.Entry::event)
                    .toList();
            if (events.isEmpty()) {
                return;
            }
            seen = entries.getLast().sequence();
            try {
                told.accept(events);
            } catch (RuntimeException e) {
                log.warn("A listener failed on {} events", events.size(), e);
            }
        }
    }
}
