package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.agent.executor.ProcessExecutor;
import dev.winslow.agent.executor.Programs;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.worker.Assignment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker tells of the processes of a stage. */
class MeasuredStageTest {
    /** Some seconds of work, by a child of the stage's program. */
    static final String WORK = "sh -c 'i=0; while [ $i -lt 4000000 ]; do i=$((i+1)); done'; sleep 1";

    @TempDir
    Path data = Path.of("");

    private FakeServer server;
    private Serving worker;

    @BeforeEach
    void join() throws Exception {
        server = new FakeServer();
        worker = new Serving(
                server, data, new ProcessExecutor(Programs.parse(Map.of("tool:1", "sh -c")), Duration.ofSeconds(2)));
    }

    @AfterEach
    void leave() throws InterruptedException {
        worker.stop();
        server.close();
    }

    @Test
    void tellsWhatAStageUsedWhenItHasEnded() throws Exception {
        Assignment assignment = new StageBuilder("tool:1", WORK.replace("$", "$$")).build();
        server.queue.add(assignment);
        assertThat(server.outcomes.poll(60, TimeUnit.SECONDS)).isNotNull();
        await("its usage")
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.usage(assignment).isPresent());
        AttemptUsage usage = server.usage(assignment).orElseThrow();

        assertThat(usage.cpuTime()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(60));
        assertThat(usage.peak().cores()).isBetween(0.05, 1.5);
        assertThat(usage.peak().memoryBytes()).isBetween(100_000L, 1L << 30);
        assertThat(usage.mean().cores()).isLessThanOrEqualTo(usage.peak().cores());
        assertThat(usage.curve()).isNotEmpty();
    }

    @Test
    void givesASignOfLifeOnceTheServerHasAnswered() {
        await("the sign of life").atMost(Duration.ofSeconds(30)).until(() -> Files.exists(data.resolve("alive")));

        assertThat(data.resolve("alive")).isEmptyFile();
    }
}
