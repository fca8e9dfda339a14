package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.agent.executor.ProcessExecutor;
import dev.winslow.agent.executor.Programs;
import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A worker that runs shell scripts, and a server that the test plays. */
abstract class WorkerAtAServer {
    @TempDir
    Path data;

    private final List<Serving> serving = new ArrayList<>();
    FakeServer server;

    @BeforeEach
    void join() throws IOException {
        server = new FakeServer();
        start();
    }

    @AfterEach
    void leave() throws InterruptedException {
        stop();
        server.close();
    }

    final void start() throws IOException {
        start(shell());
    }

    final void start(StageExecutor executor) throws IOException {
        serving.add(new Serving(server, data, executor));
    }

    static StageExecutor shell() {
        return new ProcessExecutor(Programs.parse(Map.of("shell:1", "sh -c")), Duration.ofSeconds(10));
    }

    final void stop() throws InterruptedException {
        serving.getLast().stop();
    }

    final Path onlyAttempt() throws IOException {
        try (var attempts = Files.list(data.resolve("attempts"))) {
            return attempts.findFirst().orElseThrow();
        }
    }

    final Outcome outcome() throws InterruptedException {
        Outcome outcome = server.outcomes.poll(30, TimeUnit.SECONDS);
        assertThat(outcome).as("an outcome").isNotNull();
        return outcome;
    }

    final InputFile stored(Area area, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        server.store.put(path, bytes);
        return new InputFile(
                area,
                path,
                bytes.length,
                FakeServer.hex("SHA-256", bytes),
                server.uri().resolve("/store/" + path));
    }

    static Assignment assignment(String script, InputFile... files) {
        return of(script, Optional.empty(), Optional.empty(), ExitCodes.ZERO, files);
    }

    static Assignment limited(String script, Optional<Duration> timeout, Optional<Duration> silence) {
        return of(script, timeout, silence, ExitCodes.ZERO);
    }

    static Assignment judged(String script, String... allowed) {
        ExitCodes codes = ExitCodes.of(
                Stream.of(allowed)
                        .map(Integer::valueOf)
                        .map(code -> new ExitCodes.Range(code, code))
                        .toList(),
                List.of());
        return of(script, Optional.empty(), Optional.empty(), codes);
    }

    private static Assignment of(
            String script,
            Optional<Duration> timeout,
            Optional<Duration> silence,
            ExitCodes exitCodes,
            InputFile... files) {
        return new Assignment(
                UUID.randomUUID(),
                "token",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "detect",
                "Detect",
                "shell:1",
                List.of(script.replace("$", "$$")),
                Map.of(),
                new Requirements(1, 1, 0, Set.of()),
                timeout,
                silence,
                List.of("(?P<subject>\\w+): (?P<percent>[\\d.]+) ?%"),
                List.of("0 records detected"),
                List.of("(?i)warn"),
                List.of(files),
                List.of(0, 2),
                List.of("sesame"),
                exitCodes,
                Optional.empty());
    }
}
