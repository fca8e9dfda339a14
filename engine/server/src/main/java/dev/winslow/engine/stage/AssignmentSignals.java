package dev.winslow.engine.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the long poll of a node that was given something, and hands it that if it waits at this moment, so that it need not ask the database for it.
 * A signal is a hint: as long as the node has not begun, another follows. When the server stops, which it does here before anywhere else, all are
 * woken, so that no poll outlives the database.
 */
@Component
public class AssignmentSignals implements SmartLifecycle {
    private final Map<UUID, Signal> signals = new ConcurrentHashMap<>();

    private volatile boolean running;

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        signals.values().forEach(Signal::wakeAll);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * What has just been given to nodes, and is committed.
     *
     * @param since a moment before it was given, as {@link System#nanoTime}
     */
    void give(Collection<Given> given, long since) {
        given.stream()
                .collect(Collectors.groupingBy(each -> each.attempt().place().nodeId()))
                .forEach((node, ofNode) -> node.ifPresent(id -> signalOf(id).give(ofNode, since)));
    }

    /** To be called before the database is asked what the node was given. */
    public void looking(UUID nodeId) {
        signalOf(nodeId).looking();
    }

    /** Wakes those of these nodes that wait here, or will. */
    void remind(Collection<UUID> nodes) {
        nodes.stream()
                .flatMap(node -> Optional.ofNullable(signals.get(node)).stream())
                .forEach(Signal::wake);
    }

    /**
     * Waits for a signal to the node, at most this long.
     *
     * @return what it was given while it waited; where that is nothing, the database may know more
     */
    public List<Given> await(UUID nodeId, Duration atMost) throws InterruptedException {
        return running ? signalOf(nodeId).await(atMost) : List.of();
    }

    private Signal signalOf(UUID nodeId) {
        return signals.computeIfAbsent(nodeId, id -> new Signal());
    }

    /** To one node. */
    private final class Signal {
        private final Lock lock = new ReentrantLock();
        private final Condition given = lock.newCondition();
        private final List<Given> fresh = new ArrayList<>();
        private boolean awake;
        private int waiting;
        private long looked = System.nanoTime();

        void looking() {
            lock.lock();
            try {
                looked = System.nanoTime();
            } finally {
                lock.unlock();
            }
        }

        /** Handed to nobody who may have found it in the database: the node may have run it by now. */
        void give(List<Given> more, long since) {
            lock.lock();
            try {
                if (waiting > 0 && since - looked > 0) {
                    fresh.addAll(more);
                }
                awake = true;
                given.signal();
            } finally {
                lock.unlock();
            }
        }

        void wake() {
            lock.lock();
            try {
                awake = true;
                given.signal();
            } finally {
                lock.unlock();
            }
        }

        void wakeAll() {
            lock.lock();
            try {
                given.signalAll();
            } finally {
                lock.unlock();
            }
        }

        List<Given> await(Duration atMost) throws InterruptedException {
            lock.lock();
            try {
                waiting++;
                for (long left = atMost.toNanos(); !awake && running && left > 0; ) {
                    left = given.awaitNanos(left);
                }
                List<Given> taken = List.copyOf(fresh);
                fresh.clear();
                awake = false;
                return taken;
            } finally {
                waiting--;
                if (waiting == 0) {
                    fresh.clear();
                }
                lock.unlock();
            }
        }
    }
}
