package dev.winslow.engine.log;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes those who read a log while it grows. Readers hold no lines here: all that is known of a log is how far it goes. When the server stops,
 * all are woken, so that no reader outlives the database.
 */
@Component
class LogSignals implements SmartLifecycle {
    private final Map<UUID, Reach> reaches = new ConcurrentHashMap<>();
    private volatile boolean running;

    /** A reader's place at a log; to be closed when it goes. */
    final class Watch implements AutoCloseable {
        private final UUID attemptId;
        private final Reach reach;

        private Watch(UUID attemptId, Reach reach) {
            this.attemptId = attemptId;
            this.reach = reach;
        }

        /** Waits until there is a line with this number or the log has ended; false where neither came within this time. */
        boolean await(long number, Duration atMost) throws InterruptedException {
            return reach.await(number, atMost);
        }

        @Override
        public void close() {
            reaches.computeIfPresent(attemptId, (id, known) -> known.leave() ? null : known);
        }
    }

    Watch watch(UUID attemptId) {
        return new Watch(
                attemptId, reaches.compute(attemptId, (id, known) -> (known == null ? new Reach() : known).enter()));
    }

    Set<UUID> watched() {
        return Set.copyOf(reaches.keySet());
    }

    /** Once the present transaction is committed. */
    void movedAfterCommit(UUID attemptId, long next, boolean ended) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                moved(attemptId, next, ended);
            }
        });
    }

    void moved(UUID attemptId, long next, boolean ended) {
        Reach reach = reaches.get(attemptId);
        if (reach != null) {
            reach.move(next, ended);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        reaches.values().forEach(Reach::wake);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** How far a log is known to go, and how many read it. */
    private final class Reach {
        private int readers;
        private long next;
        private boolean ended;

        synchronized Reach enter() {
            readers++;
            return this;
        }

        synchronized boolean leave() {
            readers--;
            return readers == 0;
        }

        synchronized void move(long to, boolean end) {
            if (to > next || (end && !ended)) {
                next = Math.max(next, to);
                ended |= end;
                notifyAll();
            }
        }

        synchronized void wake() {
            notifyAll();
        }

        synchronized boolean await(long number, Duration atMost) throws InterruptedException {
            long deadline = System.nanoTime() + atMost.toNanos();
            while (running && next <= number && !ended) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                wait(Math.max(1, left / 1_000_000));
            }
            return true;
        }
    }
}
