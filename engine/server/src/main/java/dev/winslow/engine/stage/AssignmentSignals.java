package dev.winslow.engine.stage;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the long poll of a node that was given something. A signal is a hint: as long as the node has not begun, another follows. When the
 * server stops, which it does here before anywhere else, all are woken, so that no poll outlives the database.
 */
@Component
public class AssignmentSignals implements SmartLifecycle {
    private final Map<UUID, Semaphore> signals = new ConcurrentHashMap<>();

    private volatile boolean running;

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        signals.values().forEach(Semaphore::release);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    void signal(UUID nodeId) {
        signalOf(nodeId).release();
    }

    /** Wakes those of these nodes that wait here, or will. */
    void remind(Collection<UUID> nodes) {
        nodes.stream()
                .flatMap(node -> Optional.ofNullable(signals.get(node)).stream())
                .filter(signal -> signal.availablePermits() == 0)
                .forEach(Semaphore::release);
    }

    /** Waits for a signal to the node, at most this long. */
    public void await(UUID nodeId, Duration atMost) throws InterruptedException {
        Semaphore signal = signalOf(nodeId);
        if (running && signal.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    private Semaphore signalOf(UUID nodeId) {
        return signals.computeIfAbsent(nodeId, id -> new Semaphore(0));
    }
}
