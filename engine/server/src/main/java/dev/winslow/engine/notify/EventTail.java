package dev.winslow.engine.notify;

import dev.winslow.engine.Changes;
import dev.winslow.engine.RepeatedWork;
import dev.winslow.engine.history.EventFeed;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Knows the number of the newest event, for all readers of this server together: it looks when something changes here, and every second in case
 * another server wrote an event. Readers keep nothing here but their thread, so that a slow one costs no memory.
 */
@Component
class EventTail extends RepeatedWork {
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(50);

    private final EventFeed feed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private int readers;
    private long newest;

    EventTail(EventFeed feed, Changes changes) {
        super("events", Duration.ofSeconds(1));
        this.feed = feed;
        // Listens for as long as the application lives, as the work does.
        var _ = changes.subscribeToMoves(project -> wake());
    }

    /** Waits until there is an event after this one, at most so long; says whether there is. */
    boolean await(long after, Duration atMost) throws InterruptedException {
        lock.lock();
        readers++;
        try {
            if (newest <= after && readers == 1) {
                wake();
            }
            long left = atMost.toNanos();
            while (newest <= after && left > 0 && isRunning()) {
                left = moved.awaitNanos(left);
            }
            return newest > after;
        } finally {
            readers--;
            lock.unlock();
        }
    }

    /** No stream outlives the database. */
    @Override
    protected void ended() {
        show(0);
    }

    @Override
    protected void round() throws InterruptedException {
        if (hasReaders()) {
            show(feed.newest());
            // Many changes at once are looked for once.
            Thread.sleep(BETWEEN_ROUNDS);
        }
    }

    private boolean hasReaders() {
        lock.lock();
        try {
            return readers > 0;
        } finally {
            lock.unlock();
        }
    }

    private void show(long number) {
        lock.lock();
        try {
            newest = Math.max(newest, number);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
