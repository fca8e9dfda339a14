package dev.winslow.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AssignmentSignalsTest {
    private static final Duration LONGER_THAN_THE_TEST = Duration.ofMinutes(5);

    private final AssignmentSignals signals = new AssignmentSignals();
    private final UUID node = UUID.randomUUID();

    @Test
    void signalWakesTheNodeItIsFor() throws Exception {
        signals.start();
        FutureTask<List<Given>> waiting = waiting();

        signals.give(List.of(given(UUID.randomUUID())), System.nanoTime());
        assertThat(waiting).isNotDone();
        signals.give(List.of(given(node)), System.nanoTime());

        waiting.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoWaitsIsHandedWhatItsNodeWasGiven() throws Exception {
        signals.start();
        FutureTask<List<Given>> waiting = waiting();
        Given given = given(node);

        signals.give(List.of(given), System.nanoTime());

        assertThat(waiting.get(10, TimeUnit.SECONDS)).containsExactly(given);
    }

    @Test
    void whoMayHaveFoundItInTheDatabaseIsSentThereAgain() throws Exception {
        signals.start();
        long before = System.nanoTime();
        signals.looking(node);
        FutureTask<List<Given>> waiting = waiting();

        signals.give(List.of(given(node)), before);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void whoComesLaterIsSentToTheDatabase() throws Exception {
        signals.start();

        signals.give(List.of(given(node)), System.nanoTime());

        assertThat(signals.await(node, LONGER_THAN_THE_TEST)).isEmpty();
    }

    @Test
    void stoppingServerWakesAllAndLetsNobodyWait() throws Exception {
        signals.start();
        FutureTask<List<Given>> waiting = waiting();

        signals.stop();

        waiting.get(10, TimeUnit.SECONDS);
        signals.await(node, LONGER_THAN_THE_TEST);
        assertThat(signals.isRunning()).isFalse();
    }

    @Test
    void reminderWakesWhoWaits() throws Exception {
        signals.start();
        FutureTask<List<Given>> waiting = waiting();

        signals.remind(List.of(node, UUID.randomUUID()));

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    private static Given given(UUID node) {
        UUID run = UUID.randomUUID();
        return new Given(
                new Run(
                        run,
                        UUID.randomUUID(),
                        new Run.Pipeline("tracking", 1, "tracking:1"),
                        Instant.EPOCH,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        true),
                attempt(run, node),
                List.of());
    }

    private static Attempt attempt(UUID run, UUID node) {
        return new Attempt(
                UUID.randomUUID(),
                run,
                "job",
                new Attempt.Stage("detect", "Detect", 1),
                AttemptState.ASSIGNED,
                new Attempt.Place(Optional.of(node), "gpu-01", List.of()),
                new Attempt.Lease("token", Instant.EPOCH, false),
                new Effective(
                        "image",
                        List.of(),
                        Map.of(),
                        new Requirements(1, 1 << 20, 0, Set.of()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Set.of(),
                        ExitCodes.ZERO),
                new Attempt.Standing(List.of(), 0),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }

    /** Waits already. */
    private FutureTask<List<Given>> waiting() {
        FutureTask<List<Given>> waiting = new FutureTask<>(() -> signals.await(node, LONGER_THAN_THE_TEST));
        Thread thread = Thread.ofPlatform().start(waiting);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return waiting;
    }
}
