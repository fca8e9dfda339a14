package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.LeaseOrder;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.ProducedFile;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AgentTest extends WorkerAtAServer {
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
    void runsAllThatItIsGivenAtOnce() throws Exception {
        server.queue.addAll(List.of(assignment("exit 3"), assignment("exit 0")));

        await().untilAsserted(() -> assertThat(server.outcomes)
                .extracting(Outcome::state)
                .containsExactlyInAnyOrder(AttemptState.FAILED, AttemptState.SUCCEEDED));
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
    void keepsWhatAStageLeftThatTookTheFileOfItsVariablesForAnother() throws Exception {
        server.queue.add(assignment("echo half > half.txt; head -c 2000000 /dev/zero > \"$WINSLOW_VARIABLES\""));

        Outcome outcome = outcome();

        assertThat(outcome.state()).isEqualTo(AttemptState.FAILED);
        assertThat(outcome.reason().orElseThrow())
                .startsWith("The stage wrote 2000000 bytes into the file that WINSLOW_VARIABLES names");
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
    void takesUpARunningStageThatAnEarlierVersionStarted() throws Exception {
        server.queue.add(assignment(
                "while [ ! -e go ]; do sleep 0.05; done; printf after > edited.txt",
                stored(Area.WORKSPACE, "old.txt", "unchanged"),
                stored(Area.WORKSPACE, "edited.txt", "before")));
        await().until(() -> server.reported(AttemptState.RUNNING));

        stop();
        asAnEarlierVersionLeftIt(onlyAttempt());
        Files.createFile(onlyAttempt().resolve("workspace/go"));
        start();

        Outcome outcome = outcome();
        assertThat(outcome.state()).as("%s", outcome.reason()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(outcome.imageDigest())
                .hasValueSatisfying(bytes -> assertThat(bytes).startsWith("sha256:"));
        assertThat(outcome.phases().orElseThrow().running()).isPresent();
        assertThat(server.sent).containsExactly("edited.txt", "go");
    }

    private static void asAnEarlierVersionLeftIt(Path attempt) throws IOException {
        JsonNode now = PrivateJson.readOnce(attempt.resolve("prepared.json"), JsonNode.class)
                .orElseThrow();
        Map.of("baseline.json", "baseline", "image.json", "image", "started.json", "started", "begun.json", "started")
                .forEach((file, part) -> PrivateJson.MAPPER.writeValue(attempt.resolve(file), now.get(part)));
        Files.delete(attempt.resolve("prepared.json"));
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
        server.queue.add(unreadableAssignment());

        Outcome outcome = outcome();

        assertThat(outcome.state()).isEqualTo(AttemptState.FAILED);
        assertThat(outcome.reason().orElseThrow())
                .startsWith("The worker could not go on with it: ")
                .contains("(never closed");
    }

    @Test
    void forgetsWhatItCannotGoOnWithWhenTheLeaseHasEnded() throws Exception {
        server.stale = true;
        server.queue.add(unreadableAssignment());

        await().until(this::toldThatItsLeaseHasEnded);
        await().until(() -> isEmpty(data.resolve("attempts")));
    }

    @Test
    void forgetsAnAttemptThatItIsToldToStopWhileItForgetsIt() throws Exception {
        stop();
        start(stoppedOnlyAfterAnOrder());
        server.staleAtTheEnd = true;
        server.queue.add(assignment("true"));

        await().until(() -> server.order == LeaseOrder.Order.STOP);
        await().atMost(Duration.ofSeconds(30)).until(() -> isEmpty(data.resolve("attempts")));
    }

    /** Runs shell scripts; stopping one takes until the server has told twice that it is to stop. */
    private StageExecutor stoppedOnlyAfterAnOrder() {
        StageExecutor shell = shell();
        return (StageExecutor) Proxy.newProxyInstance(
                StageExecutor.class.getClassLoader(),
                new Class<?>[] {StageExecutor.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("stop") && toldThatItsLeaseHasEnded()) {
                        server.order = LeaseOrder.Order.STOP;
                        int before = server.heartbeats.get();
                        while (server.heartbeats.get() < before + 2) {
                            // Where it were interrupted, it would end here.
                            Thread.sleep(20);
                        }
                    }
                    return method.invoke(shell, arguments);
                });
    }

    private boolean toldThatItsLeaseHasEnded() {
        return server.stales.stream().anyMatch(path -> path.endsWith("/outcome"));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** By a pattern that the worker fails at. */
    private static Assignment unreadableAssignment() {
        Assignment known = assignment("true");
        return new Assignment(
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
                Optional.empty());
    }

    @Test
    void servesOnWhereItsNewTokenCannotBeWritten() throws Exception {
        server.queue.add(assignment("true"));
        outcome();
        stop();

        Files.createDirectories(data.resolve("node.json.new/in-the-way"));
        start();
        server.queue.add(assignment("true"));

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
    }

    @Test
    void writesItsNewTokenWhenTheDiskHasRoomAgain() throws Exception {
        await().until(() -> Files.exists(data.resolve("node.json")));
        stop();
        String before = Files.readString(data.resolve("node.json"));
        Path inTheWay = Files.createDirectories(data.resolve("node.json.new/in-the-way"));
        server.nodeToken = "another";
        start();
        await().until(() -> server.joins.get() == 2);
        assertThat(data.resolve("node.json")).hasContent(before);

        Files.delete(inTheWay);

        await().untilAsserted(() ->
                assertThat(Files.readString(data.resolve("node.json"))).contains("another"));
    }

    @Test
    void sweepsAFolderWhoseDeletionWasCutShort() throws Exception {
        stop();
        Path half = Files.createDirectories(data.resolve("attempts/half/workspace"));
        Files.writeString(half.resolve("left.txt"), "left");
        start();

        await().until(() -> Files.notExists(data.resolve("attempts/half")));
    }
}
