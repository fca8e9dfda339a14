package dev.winslow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ChangesTest {
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final Changes changes = new Changes();
    private final List<UUID> all = new ArrayList<>();
    private final List<UUID> moves = new ArrayList<>();
    private final List<String> queue = new ArrayList<>();

    @BeforeEach
    void subscribe() {
        changes.subscribe(all::add);
        changes.subscribeToMoves(moves::add);
        changes.subscribeToTheQueue(() -> queue.add("changed"));
    }

    @AfterEach
    void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void areToldOnceForATransaction() {
        TransactionSynchronizationManager.initSynchronization();
        changes.progressed(ONE);
        changes.publish(ONE);
        changes.noted(ONE);
        changes.publish(OTHER);
        assertThat(all).isEmpty();

        commit();

        assertThat(all).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(moves).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(queue).hasSize(1);
    }

    @Test
    void reachOnlyThoseWhomTheyConcern() {
        changes.progressed(ONE);
        assertThat(all).hasSize(1);
        assertThat(moves).isEmpty();

        changes.placed(ONE);
        assertThat(all).hasSize(2);
        assertThat(moves).hasSize(1);
        assertThat(queue).isEmpty();

        changes.publish(ONE);
        assertThat(queue).hasSize(1);
    }

    @Test
    void areToldToTheOthersWhereOneListenerFails() {
        Changes fragile = new Changes();
        fragile.subscribe(project -> {
            throw new IllegalStateException("broken");
        });
        fragile.subscribe(all::add);

        fragile.publish(ONE);

        assertThat(all).containsExactly(ONE);
    }

    private static void commit() {
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        TransactionSynchronizationManager.clearSynchronization();
    }
}
