package dev.winslow.engine;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells pages and placement that something about a project has changed, once the change is committed. */
@Component
public class Changes {
    private static final Logger log = LoggerFactory.getLogger(Changes.class);

    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

    /** The listener is called with the project's id, on the thread that made the change: it must be quick. */
    public AutoCloseable subscribe(Consumer<UUID> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void publish(UUID projectId) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            deliver(projectId);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deliver(projectId);
            }
        });
    }

    private void deliver(UUID projectId) {
        for (Consumer<UUID> listener : listeners) {
            try {
                listener.accept(projectId);
            } catch (RuntimeException e) {
                log.warn("A listener failed on the change of project {}", projectId, e);
            }
        }
    }
}
