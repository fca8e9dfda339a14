package dev.winslow.engine.notify;

import dev.winslow.engine.Changes;
import dev.winslow.engine.RepeatedWork;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.EventFeed;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands events on to pages of this server as they happen, whichever server wrote them: the feed is read once for all pages. */
@Component
public class EventWatch extends RepeatedWork {
    private static final Logger log = LoggerFactory.getLogger(EventWatch.class);
    private static final int AT_ONCE = 500;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(200);

    private final EventFeed feed;
    private final List<Consumer<List<Event>>> listeners = new CopyOnWriteArrayList<>();
    private OptionalLong position = OptionalLong.empty();

    EventWatch(EventFeed feed, Changes changes) {
        super("event watch", Duration.ofSeconds(1));
        this.feed = feed;
        // Listens for as long as the application lives, as the work does.
        var _ = changes.subscribeToMoves(project -> wake());
    }

    /** The listener is called with what happens from now on, on a thread that all share: it must be quick. */
    public AutoCloseable listen(Consumer<List<Event>> listener) {
        listeners.add(listener);
        wake();
        return () -> listeners.remove(listener);
    }

    @Override
    protected void round() throws InterruptedException {
        if (listeners.isEmpty()) {
            position = OptionalLong.empty();
            return;
        }
        if (position.isEmpty()) {
            position = OptionalLong.of(feed.newest());
            return;
        }
        List<EventFeed.Entry> entries = feed.after(position.getAsLong(), AT_ONCE);
        if (!entries.isEmpty()) {
            position = OptionalLong.of(entries.getLast().sequence());
            List<Event> events = entries.stream().map(EventFeed.Entry::event).toList();
            listeners.forEach(listener -> tell(listener, events));
        }
        // Many changes at once are looked for once.
        Thread.sleep(BETWEEN_ROUNDS);
    }

    /** One page that fails keeps nothing from the others. */
    private static void tell(Consumer<List<Event>> listener, List<Event> events) {
        try {
            listener.accept(events);
        } catch (RuntimeException e) {
            log.warn("A listener failed on {} events", events.size(), e);
        }
    }
}
