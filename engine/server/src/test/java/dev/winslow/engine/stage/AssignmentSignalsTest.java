package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AssignmentSignalsTest {
    private static final Duration LONGER_THAN_THE_TEST = Duration.ofMinutes(5);

    private final AssignmentSignals signals = new AssignmentSignals();
    private final UUID node = UUID.randomUUID();

    @Test
    void signalWakesTheNodeItIsFor() throws Exception {
        signals.start();
        CompletableFuture<Void> waiting = waiting();

        signals.signal(UUID.randomUUID());
        assertThat(waiting).isNotDone();
        signals.signal(node);

        waiting.get(10, TimeUnit.SECONDS);
    }

    @Test
    void stoppingServerWakesAllAndLetsNobodyWait() throws Exception {
        signals.start();
        CompletableFuture<Void> waiting = waiting();

        signals.stop();

        waiting.get(10, TimeUnit.SECONDS);
        signals.await(node, LONGER_THAN_THE_TEST);
        assertThat(signals.isRunning()).isFalse();
    }

    @Test
    void reminderWakesWhoWaits() throws Exception {
        signals.start();
        CompletableFuture<Void> waiting = waiting();

        await().until(() -> {
            signals.remind(List.of(node, UUID.randomUUID()));
            return waiting.isDone();
        });

        waiting.get();
    }

    private CompletableFuture<Void> waiting() {
        return CompletableFuture.runAsync(() -> {
            try {
                signals.await(node, LONGER_THAN_THE_TEST);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
