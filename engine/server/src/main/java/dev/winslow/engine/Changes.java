package dev.winslow.engine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BinaryOperator;
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
    private final List<Runnable> ofTheQueue = new CopyOnWriteArrayList<>();

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

    /** As {@link #subscribeToMoves}, without what leaves nothing new to be placed, and once for all projects of a transaction. */
    public AutoCloseable subscribeToTheQueue(Runnable listener) {
        ofTheQueue.add(listener);
        return () -> ofTheQueue.remove(listener);
    }

    public void publish(UUID projectId) {
        tell(projectId, Reach.QUEUE);
    }

    /** A stage of the project has left the queue for a node. */
    public void placed(UUID projectId) {
        tell(projectId, Reach.MOVE);
    }

    /** A stage of the project has come further, and nothing else. */
    public void progressed(UUID projectId) {
        tell(projectId, Reach.SIGHT);
    }

    /**
     * Something has changed that is shown beside the work and moves none of it, such as who is told of what.
     *
     * @param id the project's, or what stands for it where there is none
     */
    public void noted(UUID id) {
        tell(id, Reach.SIGHT);
    }

    /** Whom a change concerns, each with those before it. */
    private enum Reach {
        SIGHT,
        MOVE,
        QUEUE
    }

    private void tell(UUID projectId, Reach reach) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            deliver(Map.of(projectId, reach));
            return;
        }
        Optional<OfTransaction> known = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(OfTransaction.class::isInstance)
                .map(OfTransaction.class::cast)
                .findFirst();
        OfTransaction changes = known.orElseGet(OfTransaction::new);
        if (known.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(changes);
        }
        changes.projects.merge(projectId, reach, BinaryOperator.maxBy(Comparator.naturalOrder()));
    }

    /** Each project is told of once, however often it changed. */
    private final class OfTransaction implements TransactionSynchronization {
        private final Map<UUID, Reach> projects = new LinkedHashMap<>();

        @Override
        public void afterCommit() {
            deliver(new LinkedHashMap<>(projects));
        }
    }

    private void deliver(Map<UUID, Reach> projects) {
        projects.forEach((project, reach) -> {
            ofAll.forEach(listener -> listen(() -> listener.accept(project)));
            if (reach != Reach.SIGHT) {
                ofMoves.forEach(listener -> listen(() -> listener.accept(project)));
            }
        });
        if (projects.containsValue(Reach.QUEUE)) {
            ofTheQueue.forEach(Changes::listen);
        }
    }

    private static void listen(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("A listener failed on a change", e);
        }
    }
}
