package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.agent.executor.ProcessExecutor;
import dev.winslow.agent.executor.Programs;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.SaveCheckpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage that counts to ten and keeps how far it has come. */
class CheckpointTest {
    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    private FakeServer server;
    private Serving serving;

    @BeforeEach
    void join() throws IOException {
        server = new FakeServer();
        serving = serve();
    }

    @AfterEach
    void leave() throws InterruptedException {
        serving.stop();
        server.close();
    }

    @Test
    void goesOnWhereAKilledStageWas() throws Exception {
        Path held = Files.createFile(elsewhere.resolve("held"));
        server.queue.add(counting(held));
        SaveCheckpoint saved = lastCheckpoint();

        kill();
        Outcome lost = outcome();
        Files.delete(held);
        server.queue.add(counting(held, restored(saved, "count")));
        Outcome done = outcome();

        assertThat(lost.state()).isEqualTo(AttemptState.FAILED);
        assertThat(done.state()).as("%s", done.reason()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(done.files()).extracting(ProducedFile::path).containsExactly("result");
        assertThat(text(done.files().getFirst())).isEqualTo("7 to 10\n");
    }

    @Test
    void countsOnWhenTheWorkerStartsAgain() throws Exception {
        Path held = Files.createFile(elsewhere.resolve("held"));
        server.queue.add(counting(held));
        SaveCheckpoint first = lastCheckpoint();
        String noted = "Checkpoint %d is saved".formatted(first.number());
        await().until(() -> server.lines.stream().anyMatch(line -> line.text().startsWith(noted)));

        serving.stop();
        serving = serve();
        Path more = onlyAttempt().resolve("workspace/.checkpoint/more");
        Files.writeString(more, "more");
        SaveCheckpoint next = nextCheckpoint();
        while (!paths(next).contains("more")) {
            next = nextCheckpoint();
        }
        Files.delete(held);

        assertThat(next.number()).isGreaterThan(first.number());
        assertThat(paths(next)).contains("count", "more");
        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
    }

    @Test
    void savesNothingThatIsStillTheSame() throws Exception {
        Path held = Files.createFile(elsewhere.resolve("held"));
        server.queue.add(counting(held));
        lastCheckpoint();
        assertThat(server.checkpoints.poll(1, TimeUnit.SECONDS)).isNull();

        Files.delete(held);

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
    }

    private Serving serve() throws IOException {
        return new Serving(
                server, data, new ProcessExecutor(Programs.parse(Map.of("shell:1", "sh -c")), Duration.ofSeconds(10)));
    }

    private void kill() throws IOException {
        long pid = Long.parseLong(Files.readString(onlyAttempt().resolve("pid")).strip());
        ProcessHandle leader = ProcessHandle.of(pid).orElseThrow();
        leader.descendants().forEach(ProcessHandle::destroyForcibly);
        leader.destroyForcibly();
    }

    private Path onlyAttempt() throws IOException {
        try (var attempts = Files.list(data.resolve("attempts"))) {
            return attempts.findFirst().orElseThrow();
        }
    }

    private SaveCheckpoint nextCheckpoint() throws InterruptedException {
        SaveCheckpoint saved = server.checkpoints.poll(30, TimeUnit.SECONDS);
        assertThat(saved).as("a checkpoint").isNotNull();
        return Objects.requireNonNull(saved);
    }

    /** The one after which the stage is held. */
    private SaveCheckpoint lastCheckpoint() throws InterruptedException {
        SaveCheckpoint saved = nextCheckpoint();
        while (!textOf(saved, "count").equals("7\n")) {
            saved = nextCheckpoint();
        }
        return saved;
    }

    private static List<String> paths(SaveCheckpoint saved) {
        return saved.files().stream().map(ProducedFile::path).toList();
    }

    private Outcome outcome() throws InterruptedException {
        Outcome outcome = server.outcomes.poll(30, TimeUnit.SECONDS);
        assertThat(outcome).as("an outcome").isNotNull();
        return Objects.requireNonNull(outcome);
    }

    /** As the store got it, in two parts. */
    private String textOf(SaveCheckpoint saved, String path) {
        return saved.files().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .map(this::text)
                .orElse("");
    }

    private String text(ProducedFile file) {
        return text(file.sha256() + "-1") + text(file.sha256() + "-2");
    }

    private String text(String key) {
        return new String(server.store.getOrDefault(key, new byte[0]), StandardCharsets.UTF_8);
    }

    /** As the server gives it to the next attempt. */
    private InputFile restored(SaveCheckpoint saved, String path) {
        byte[] bytes = textOf(saved, path).getBytes(StandardCharsets.UTF_8);
        server.store.put("restored", bytes);
        return new InputFile(
                Area.WORKSPACE,
                ".checkpoint/" + path,
                bytes.length,
                FakeServer.hex("SHA-256", bytes),
                server.uri().resolve("/store/restored"));
    }

    private static String script(Path held) {
        return """
                mkdir -p .checkpoint; n=$(cat .checkpoint/count 2>/dev/null || echo 0); begun=$n
                while [ "$n" -lt 10 ]; do
                  n=$((n+1)); echo $n > .checkpoint/new; mv .checkpoint/new .checkpoint/count
                  while [ $n = 7 ] && [ -e %s ]; do sleep 0.1; done
                done; echo "$begun to $n" > result
                """.formatted(held);
    }

    private static Assignment counting(Path held, InputFile... files) {
        return new Assignment(
                UUID.randomUUID(),
                "token",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "count",
                "Count",
                "shell:1",
                List.of(script(held).replace("$", "$$")),
                Map.of(),
                new Requirements(1, 1, 0, Set.of()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(files),
                List.of(),
                List.of(),
                ExitCodes.ZERO,
                Optional.of(Duration.ofMillis(100)));
    }
}
