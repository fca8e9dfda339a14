package dev.winslow.agent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.agent.workspace.AttemptFolder;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.UsageLevel;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:00Z");
    private static final int ROUNDS = 20_000;

    @TempDir
    Path folder;

    @Test
    void reportsWhileItMeasures() throws Exception {
        AttemptFolder attempt = new AttemptFolder(folder);
        PrivateJson.write(
                attempt.usage(),
                new AttemptUsage(
                        Duration.ofSeconds(3), Duration.ofSeconds(4), UsageLevel.NONE, UsageLevel.NONE, List.of()));
        Measurements measurements = new Measurements(() -> START, () -> {});
        Meter meter = new Meter(withoutLoads(), measurements, List::of, () -> START);

        ExecutorService threads =
                Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
        threads.execute(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                meter.begin(attempt, true);
                meter.end(attempt);
            }
        });
        threads.execute(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                if (measurements.report().isPresent()) {
                    measurements.heard();
                }
            }
        });
        threads.shutdown();

        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS))
                .as("neither waits for the other for ever")
                .isTrue();
    }

    private static StageExecutor withoutLoads() {
        return (StageExecutor) Proxy.newProxyInstance(
                MeterTest.class.getClassLoader(),
                new Class<?>[] {StageExecutor.class},
                (proxy, method, arguments) -> Optional.empty());
    }
}
