package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.agent.executor.ProcessExecutor;
import dev.winslow.agent.executor.Programs;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.stage.Requirements;
import dev.winslow.api.worker.Answered;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.LeaseOrder;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.ProducedFile;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {
    @TempDir
    Path data;

    private final List<Serving> serving = new ArrayList<>();
    private FakeServer server;

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

    @Test
    void runsAScriptAndDeliversFilesLogProgressAndVariables() throws Exception {
        InputFile old = stored(Area.WORKSPACE, "old.txt", "unchanged");
        InputFile edited = stored(Area.WORKSPACE, "edited.txt", "before");

        server.queue.add(assignment("""
                echo "detect: 40 %"; echo oops >&2; printf after > edited.txt
                echo result > "$WINSLOW_OUTPUT/result.csv"; echo answer=42 > "$WINSLOW_VARIABLES"
                """, old, edited));
        Outcome outcome = outcome();

        assertThat(outcome.state()).as("%s", outcome.reason()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(outcome.variables()).containsEntry("answer", "42");
        assertThat(outcome.files())
                .extracting(ProducedFile::path)
                .containsExactly("edited.txt", "old.txt", "result.csv");
        assertThat(server.sent).containsExactly("edited.txt", "result.csv");
        assertThat(server.lines)
                .extracting(LogLine::stream, LogLine::text)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(LogStream.OUT, "detect: 40 %"),
                        org.assertj.core.groups.Tuple.tuple(LogStream.ERR, "oops"));
        assertThat(server.states.getLast().progress()).containsExactly(new Progress("detect", 40));
    }

    @Test
    void reportsAFailingExitCode() throws Exception {
        server.queue.add(assignment("exit 3"));

        assertThat(outcome().exitCode()).contains(3);
    }

    @Test
    void takesForSuccessWhatThePipelineAllows() throws Exception {
        server.queue.add(judged("exit 3", "0", "3"));

        Outcome outcome = outcome();

        assertThat(outcome.state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(outcome.exitCode()).contains(3);
        assertThat(server.lines)
                .extracting(LogLine::text)
                .contains("The stage ended with exit code 3, which its pipeline allows.");
    }

    @Test
    void saysWhichExitCodesThePipelineAllows() throws Exception {
        server.queue.add(judged("exit 0", "3"));

        assertThat(outcome().reason())
                .contains("The stage ended with exit code 0, which its pipeline does not allow (only 3).");
    }

    @Test
    void failsByALineThoughTheExitCodeIsGood() throws Exception {
        server.queue.add(assignment("echo 0 records detected"));

        assertThat(outcome().reason().orElseThrow()).contains("0 records detected");
    }

    @Test
    void handsOverWhatAFailedStageLeft() throws Exception {
        server.queue.add(assignment("echo half > half.txt; exit 3"));

        Outcome outcome = outcome();

        assertThat(outcome.state()).isEqualTo(AttemptState.FAILED);
        assertThat(outcome.files()).extracting(ProducedFile::path).containsExactly("half.txt");
        assertThat(server.sent).containsExactly("half.txt");
    }

    @Test
    void showsAStageOnlyTheGpusThatAreItsOwn() throws Exception {
        server.queue.add(assignment("echo gpus=$CUDA_VISIBLE_DEVICES"));

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines).extracting(LogLine::text).contains("gpus=0,2");
    }

    @Test
    void keepsSecretsOutOfTheLog() throws Exception {
        server.queue.add(assignment("echo the key is sesame-street"));

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines).extracting(LogLine::text).contains("the key is •••-street");
    }

    @Test
    void setsVariablesByLinesOfTheLog() throws Exception {
        server.queue.add(assignment("echo winslow:set quality=good; echo winslow:set quality=better"));

        assertThat(outcome().variables()).isEqualTo(Map.of("quality", "better"));
    }

    @Test
    void asksAPersonAndWaitsForTheAnswer() throws Exception {
        Assignment asking = limited("""
                echo 'winslow:ask {"id": "north", "title": "Where is north?", "fields": [{"variable": "degrees",
                "label": "Degrees", "type": "number", "required": true, "choices": []}]}' | tr -d '\\n'; echo
                while [ ! -e .winslow/answers/north.json ]; do sleep 0.05; done; cat .winslow/answers/north.json
                """, Optional.empty(), Optional.of(Duration.ofMillis(500)));
        server.queue.add(asking);
        Ask asked = server.asked.poll(20, TimeUnit.SECONDS);
        assertThat(asked).isNotNull();
        assertThat(asked.title()).isEqualTo("Where is north?");
        // Longer than the limit of silence: waiting for a person is none.
        assertThat(server.outcomes.poll(1, TimeUnit.SECONDS)).isNull();

        server.answers.add(new Answered(asking.attemptId(), "north", Map.of("degrees", "12")));

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines).extracting(LogLine::text).contains("{\"degrees\":\"12\"}");
    }

    @Test
    void endsAndGoesOnLaterWhereItWaitsForAPersonWithoutTheMachine() throws Exception {
        String script = """
                if [ -e .winslow/answers/north.json ]; then cat state.txt .winslow/answers/north.json; exit; fi
                echo 'winslow:ask {"id": "north", "title": "Where?", "release": true, "fields": [{"variable": "degrees",
                "label": "Degrees", "type": "number", "required": true, "choices": []}]}' | tr -d '\\n'; echo
                echo half > state.txt
                """;

        server.queue.add(assignment(script));
        Outcome released = outcome();
        server.lines.clear();
        server.queue.add(assignment(
                script,
                stored(Area.WORKSPACE, "state.txt", "half "),
                stored(Area.WORKSPACE, ".winslow/answers/north.json", "north")));
        Outcome outcome = outcome();

        assertThat(server.asked).hasSize(1);
        assertThat(released.state()).isEqualTo(AttemptState.RELEASED);
        assertThat(released.files()).extracting(ProducedFile::path).containsExactly("state.txt");
        assertThat(outcome.state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines).extracting(LogLine::text).contains("half north");
    }

    @Test
    void saysWhatIsWrongWithAQuestion() throws Exception {
        server.queue.add(assignment("echo 'winslow:ask {\"id\": 1'"));

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines)
                .anySatisfy(line -> assertThat(line.text()).startsWith("A question of the stage cannot be read"));
    }

    @Test
    void abortsWhileItHandsOver() throws Exception {
        server.refusesFiles = true;
        server.queue.add(assignment("echo result > result.txt"));
        await().until(() -> server.sent.contains("result.txt"));

        server.order = LeaseOrder.Order.ABORT;

        assertThat(outcome().state()).isEqualTo(AttemptState.ABORTED);
    }

    @Test
    void stopsAStageThatRunsTooLong() throws Exception {
        server.queue.add(limited("sleep 60", Optional.of(Duration.ofMillis(300)), Optional.empty()));

        assertThat(outcome().reason().orElseThrow()).contains("time limit");
    }

    @Test
    void stopsASilentStage() throws Exception {
        server.queue.add(limited("sleep 60", Optional.empty(), Optional.of(Duration.ofMillis(300))));

        assertThat(outcome().reason().orElseThrow()).contains("wrote nothing");
    }

    @Test
    void abortsOnOrder() throws Exception {
        server.queue.add(assignment("sleep 60"));
        await().until(() -> server.reported(AttemptState.RUNNING));

        server.order = LeaseOrder.Order.ABORT;

        assertThat(outcome().state()).isEqualTo(AttemptState.ABORTED);
    }

    @Test
    void takesUpARunningStageAfterARestart() throws Exception {
        server.queue.add(assignment("echo one; while [ ! -e go ]; do sleep 0.05; done; echo two"));
        await().until(() -> server.lines.size() == 1);

        stop();
        Files.createFile(onlyAttempt().resolve("workspace/go"));
        start();

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines).extracting(LogLine::text).containsExactly("one", "two");
    }

    @Test
    void keepsEverythingWhileTheServerIsAway() throws Exception {
        server.queue.add(assignment("while [ ! -e go ]; do sleep 0.05; done; seq 1 100"));
        await().until(() -> server.reported(AttemptState.RUNNING));

        server.away = true;
        Path attempt = onlyAttempt();
        Files.createFile(attempt.resolve("workspace/go"));
        await().until(() -> Files.exists(attempt.resolve("verdict.json")));
        server.away = false;

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines).hasSize(100);
    }

    @Test
    void forgetsAnAttemptWhoseLeaseIsStale() throws Exception {
        server.queue.add(assignment("echo on; sleep 60"));
        await().until(() -> server.lines.size() == 1);
        Path attempt = onlyAttempt();

        server.stale = true;
        server.order = LeaseOrder.Order.STOP;

        await().atMost(Duration.ofSeconds(15)).until(() -> Files.notExists(attempt));
        assertThat(server.outcomes).isEmpty();
    }

    @Test
    void deliversABurstInOrderWithoutLoss() throws Exception {
        server.queue.add(assignment("seq 0 19999"));

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(server.lines).hasSize(20_000).allMatch(line -> line.text().equals("" + line.number()));
    }

    @Test
    void saysThatAnImageIsUnknown() throws Exception {
        Assignment known = assignment("true");
        server.queue.add(new Assignment(
                known.attemptId(),
                "t",
                known.runId(),
                known.projectId(),
                "s",
                "S",
                "other:1",
                List.of(),
                Map.of(),
                known.resources(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ExitCodes.ZERO,
                Optional.empty()));

        assertThat(outcome().reason())
                .contains(
                        "No program is known here for image other:1: start the worker with --program other:1=COMMAND");
    }

    @Test
    void tellsTheServerAtOnceWhenTheWorkerItselfFails() throws Exception {
        Assignment known = assignment("true");
        server.queue.add(new Assignment(
                known.attemptId(),
                known.leaseToken(),
                known.runId(),
                known.projectId(),
                known.stageId(),
                known.stageName(),
                known.image(),
                known.arguments(),
                known.environment(),
                known.resources(),
                Optional.empty(),
                Optional.empty(),
                List.of("(never closed"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ExitCodes.ZERO,
                Optional.empty()));

        Outcome outcome = outcome();

        assertThat(outcome.state()).isEqualTo(AttemptState.FAILED);
        assertThat(outcome.reason().orElseThrow())
                .startsWith("The worker could not go on with it: ")
                .contains("(never closed");
    }

    @Test
    void sweepsAFolderWhoseDeletionWasCutShort() throws Exception {
        stop();
        Path half = Files.createDirectories(data.resolve("attempts/half/workspace"));
        Files.writeString(half.resolve("left.txt"), "left");
        start();

        await().until(() -> Files.notExists(data.resolve("attempts/half")));
    }

    private void start() throws IOException {
        serving.add(new Serving(
                server, data, new ProcessExecutor(Programs.parse(Map.of("shell:1", "sh -c")), Duration.ofSeconds(10))));
    }

    private void stop() throws InterruptedException {
        serving.getLast().stop();
    }

    private Path onlyAttempt() throws IOException {
        try (var attempts = Files.list(data.resolve("attempts"))) {
            return attempts.findFirst().orElseThrow();
        }
    }

    private Outcome outcome() throws InterruptedException {
        Outcome outcome = server.outcomes.poll(30, TimeUnit.SECONDS);
        assertThat(outcome).as("an outcome").isNotNull();
        return outcome;
    }

    private InputFile stored(Area area, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        server.store.put(path, bytes);
        return new InputFile(
                area,
                path,
                bytes.length,
                FakeServer.hex("SHA-256", bytes),
                server.uri().resolve("/store/" + path));
    }

    private static Assignment assignment(String script, InputFile... files) {
        return of(script, Optional.empty(), Optional.empty(), ExitCodes.ZERO, files);
    }

    private static Assignment limited(String script, Optional<Duration> timeout, Optional<Duration> silence) {
        return of(script, timeout, silence, ExitCodes.ZERO);
    }

    private static Assignment judged(String script, String... allowed) {
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
