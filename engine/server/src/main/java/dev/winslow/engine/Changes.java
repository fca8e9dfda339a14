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

    private final List<Consumer<UUID>> ofAll = new CopyOnWriteArrayList<>();
    private final List<Consumer<UUID>> ofMoves = new CopyOnWriteArrayList<>();
    private final List<Consumer<UUID>> ofTheQueue = new CopyOnWriteArrayList<>();

    /** The listener is called with the project's id, on the thread that made the change: it must be quick. */
    public AutoCloseable subscribe(Consumer<UUID> listener) {
        ofAll.add(listener);
        return () -> ofAll.remove(listener);
    }

    /** As {@link #subscribe}, without what only tells how far a stage has come. */
    public AutoCloseable subscribeToMoves(Consumer<UUID> listener) {
        ofMoves.add(listener);
        return () -> ofMoves.remove(listener);
    }

    /** As {@link #subscribeToMoves}, without what leaves nothing new to be placed. */
    public AutoCloseable subscribeToTheQueue(Consumer<UUID> listener) {
        ofTheQueue.add(listener);
        return () -> ofTheQueue.remove(listener);
    }

    public void publish(UUID projectId) {
        afterCommit(() -> {
            deliver(projectId, ofAll);
            deliver(projectId, ofMoves);
            deliver(projectId, ofTheQueue);
        });
    }

    /** A stage of the project has left the queue for a node. */
    public void placed(UUID projectId) {
        afterCommit(() -> {
            deliver(projectId, ofAll);
            deliver(projectId, ofMoves);
        });
    }

    /** A stage of the project has come further, and nothing else. */
    public void progressed(UUID projectId) {
        afterCommit(() -> deliver(projectId, ofAll));
    }

    /**
     * Something has changed that is shown beside the work and moves none of it, such as who is told of what.
     *
     * @param id the project's, or what stands for it where there is none
     */
    public void noted(UUID id) {
        afterCommit(() -> deliver(id, ofAll));
    }

    private static void afterCommit(Runnable delivery) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            delivery.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                delivery.run();
            }
        });
    }

    private static void deliver(UUID projectId, List<Consumer<UUID>> listeners) {
        for (Consumer<UUID> listener : listeners) {
            try {
                listener.accept(projectId);
            } catch (RuntimeException e) {
                log.warn("A listener failed on the change of project {}", projectId, e);
            }
        }
    }
}
