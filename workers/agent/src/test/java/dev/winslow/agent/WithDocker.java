package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.agent.docker.DockerAccess;
import dev.winslow.agent.docker.DockerDaemon;
import dev.winslow.agent.docker.DockerExecutor;
import dev.winslow.agent.docker.DockerSettings;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real Docker with an image that holds little more than a shell, and a server for workers to ask. */
abstract class WithDocker {
    static final String IMAGE = "winslow-test/shell:1";

    @TempDir
    static Path folder = Path.of("");

    private static Optional<DockerDaemon> found = Optional.empty();

    @TempDir
    Path data = Path.of("");

    FakeServer server;
    private Optional<Serving> worker = Optional.empty();

    @BeforeAll
    static void findDocker() throws IOException, InterruptedException {
        found = Optional.of(DockerDaemon.find(folder));
        docker().makeShell(IMAGE, folder);
    }

    @AfterAll
    static void leaveDocker() throws IOException {
        if (found.isPresent()) {
            docker().removeImage(IMAGE);
            docker().close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void leave() throws InterruptedException {
        stop();
        server.close();
        docker().removeContainersOf(data);
    }

    final void start() throws IOException, InterruptedException {
        start(settings(Optional.empty()));
    }

    final void start(DockerSettings settings) throws IOException, InterruptedException {
        worker = Optional.of(new Serving(server, data, DockerExecutor.connect(settings, Duration.ofSeconds(2))));
    }

    final DockerSettings settings(Optional<Path> config) {
        return settings(new DockerAccess(Optional.of(docker().host()), config));
    }

    final DockerSettings settings(DockerAccess access) {
        return new DockerSettings(access, "node-1", data, data, Optional.empty(), Optional.of(Duration.ofDays(1)));
    }

    final void stop() throws InterruptedException {
        if (worker.isPresent()) {
            worker.get().stop();
            worker = Optional.empty();
        }
    }

    static DockerDaemon docker() {
        return found.orElseThrow();
    }

    static long containers(Assignment assignment) {
        return docker().containers(assignment.attemptId().toString());
    }

    final Outcome outcome() throws InterruptedException {
        Outcome outcome = server.outcomes.poll(60, TimeUnit.SECONDS);
        assertThat(outcome).as("an outcome").isNotNull();
        return outcome;
    }

    final List<String> said(LogStream stream) {
        return server.lines.stream()
                .filter(line -> line.stream() == stream)
                .map(LogLine::text)
                .toList();
    }

    final Path attempt(Assignment assignment) {
        return data.resolve("attempts").resolve(assignment.attemptId().toString());
    }

    /** The data folder itself where there is none yet. */
    final Path onlyAttempt() throws IOException {
        try (Stream<Path> attempts = Files.list(data.resolve("attempts"))) {
            return attempts.findFirst().orElse(data);
        }
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

    static StageBuilder stage(String script) {
        return new StageBuilder(IMAGE, "sh", "-c", script.replace("$", "$$"));
    }
}
