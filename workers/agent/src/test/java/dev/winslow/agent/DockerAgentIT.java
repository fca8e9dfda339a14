package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winslow.agent.docker.DockerAccess;
import dev.winslow.agent.docker.DockerExecutor;
import dev.winslow.agent.docker.DockerSettings;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.ContainerNeeds;
import dev.winslow.api.stage.Requirements;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.LeaseOrder;
import dev.winslow.api.worker.Outcome;
import dev.winslow.api.worker.ProducedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker whose stages run in containers of a real Docker. */
class DockerAgentIT extends WithDocker {
    private static final long MIB = 1L << 20;

    @BeforeEach
    void join() throws IOException, InterruptedException {
        start();
    }

    @Test
    void runsAStageWithItsFilesAndVariables() throws Exception {
        InputFile film = stored(Area.INPUT, "film.txt", "frames");
        InputFile old = stored(Area.WORKSPACE, "old.txt", "kept");

        server.queue.add(stage("""
                cat /input/film.txt; echo; echo "$GREETING" >&2; env | grep HOME
                { echo x > "$WINSLOW_INPUT/film.txt"; } 2>/dev/null || echo read-only
                ls; echo made > new.txt; echo 7 > "$WINSLOW_OUTPUT/result.csv"; echo answer=42 > "$WINSLOW_VARIABLES"
                """)
                .env("GREETING", "it goes to ${WINSLOW_OUTPUT}")
                .files(film, old)
                .build());
        Outcome outcome = outcome();

        assertThat(outcome.state()).as("%s", outcome.reason()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(outcome.variables()).containsEntry("answer", "42");
        assertThat(outcome.files()).extracting(ProducedFile::path).containsExactly("new.txt", "old.txt", "result.csv");
        assertThat(said(LogStream.OUT)).containsExactly("frames", "HOME=/tmp", "read-only", "old.txt");
        assertThat(said(LogStream.ERR)).containsExactly("it goes to /output");
        assertThat(said(LogStream.SYSTEM)).anyMatch(line -> line.startsWith("Image " + IMAGE + " is sha256:"));
    }

    @Test
    void tellsWhatTheStageUsed() throws Exception {
        Assignment assignment = stage(MeasuredStageTest.WORK).build();
        server.queue.add(assignment);
        outcome();
        Awaitility.await("its usage")
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.usage(assignment).isPresent());
        AttemptUsage usage = server.usage(assignment).orElseThrow();

        assertThat(usage.cpuTime()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(60));
        assertThat(usage.peak().memoryBytes()).isBetween(100_000L, 256 * MIB);
    }

    @Test
    void shutsTheStageOffFromMachineNetworkAndPower() throws Exception {
        server.queue.add(stage("""
                ls /sys/class/net; grep -E 'CapEff|CapBnd|NoNewPrivs' /proc/self/status
                { touch /etc/x; } 2>/dev/null || echo no writing
                touch /tmp/x && echo scratch is there
                cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null
                cat /sys/fs/cgroup/pids.max /sys/fs/cgroup/pids/pids.max 2>/dev/null
                exit 0
                """).needs(memory(64)).build());
        Outcome outcome = outcome();

        assertThat(outcome.state()).as("%s", outcome.reason()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(said(LogStream.OUT))
                .containsExactlyInAnyOrder(
                        "lo",
                        "CapBnd:\t0000000000000000",
                        "CapEff:\t0000000000000000",
                        "NoNewPrivs:\t1",
                        "no writing",
                        "scratch is there",
                        String.valueOf(64 * MIB),
                        "4096");
    }

    @Test
    void reportsAFailingExitCode() throws Exception {
        server.queue.add(stage("exit 3").build());

        Outcome outcome = outcome();

        assertThat(outcome.exitCode()).contains(3);
        assertThat(outcome.reason()).contains("The stage ended with exit code 3.");
    }

    @Test
    void tellsThatAStageRanOutOfMemory() throws Exception {
        server.queue.add(stage("tail /dev/zero").needs(memory(32)).build());

        // Docker's word of the memory is lost now and then.
        assertThat(outcome().reason().orElseThrow()).contains("ran out of memory: it may use 32 MiB. Give it more");
    }

    @Test
    void tellsThatSomebodyElseKilledAStage() throws Exception {
        server.queue.add(stage("kill -9 1; sh -c 'kill -9 $$'; exit $?").build());

        Outcome outcome = outcome();

        assertThat(outcome.exitCode()).contains(137);
        assertThat(outcome.reason().orElseThrow())
                .startsWith(
                        "The stage was killed (exit code 137), and not by Winslow: most likely it ran out of memory");
    }

    @Test
    void removesTheContainerOfAnEndedStage() throws Exception {
        Assignment assignment = stage("echo on").build();
        server.queue.add(assignment);
        outcome();

        await().until(() -> containers(assignment) == 0);
        await().until(() -> Files.notExists(attempt(assignment)));
    }

    @Test
    void letsAnAbortedStageSayItsLastWord() throws Exception {
        server.queue.add(stage("trap 'echo bye; exit 0' TERM; echo on; while :; do sleep 0.1; done")
                .build());
        await().until(() -> said(LogStream.OUT).contains("on"));

        server.order = LeaseOrder.Order.ABORT;

        assertThat(outcome().state()).isEqualTo(AttemptState.ABORTED);
        assertThat(said(LogStream.OUT)).containsExactly("on", "bye");
    }

    @Test
    void killsAStageThatDoesNotWantToEnd() throws Exception {
        server.queue.add(
                stage("trap '' TERM; echo on; while :; do sleep 0.1; done").build());
        await().until(() -> said(LogStream.OUT).contains("on"));

        server.order = LeaseOrder.Order.ABORT;

        assertThat(outcome().state()).isEqualTo(AttemptState.ABORTED);
    }

    @Test
    void takesUpItsContainersAfterRestartsWithoutLosingOrDoublingALine() throws Exception {
        server.queue.add(stage("for i in $(seq 1 400); do echo $i; echo e$i >&2; sleep 0.01; done")
                .build());

        for (int lines : List.of(20, 200, 400)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> server.lines.size() > lines);
            stop();
            start();
        }

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(said(LogStream.OUT)).isEqualTo(numbers("", 400));
        assertThat(said(LogStream.ERR)).isEqualTo(numbers("e", 400));
    }

    @Test
    void findsOutHowAStageEndedWhileTheWorkerWasDown() throws Exception {
        server.queue.add(stage("echo on; while [ ! -e go ]; do sleep 0.05; done; seq 1 5000; exit 4")
                .build());
        await().until(() -> said(LogStream.OUT).contains("on"));
        stop();

        Files.createFile(onlyAttempt().resolve("workspace/go"));
        await().until(() -> docker().running() == 0);
        start();

        assertThat(outcome().exitCode()).contains(4);
        assertThat(said(LogStream.OUT)).hasSize(5001).endsWith("5000");
    }

    @Test
    void losesNothingOfStagesThatEndAtOnce() throws Exception {
        for (int i = 0; i < 12; i++) {
            server.lines.clear();
            server.queue.add(stage("seq 1 300; printf unended").build());

            assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
            assertThat(said(LogStream.OUT)).hasSize(301).endsWith("unended");
        }
    }

    @Test
    void removesContainersOfAttemptsThatItKnowsNoMore() throws Exception {
        Assignment assignment = stage("echo on; sleep 600").build();
        server.queue.add(assignment);
        await().until(() -> said(LogStream.OUT).contains("on"));
        stop();

        Files.delete(attempt(assignment).resolve("assignment.json"));
        start();

        await().until(() -> containers(assignment) == 0);
    }

    @Test
    void saysWhatIsWrongWithAnImageThatIsNowhere() throws Exception {
        server.queue.add(stage("true").image("127.0.0.1:1/nobody/nothing:9").build());

        assertThat(outcome().reason().orElseThrow())
                .startsWith("The image 127.0.0.1:1/nobody/nothing:9 is not on this machine and could not be fetched")
                .contains("connection refused", "docker login");
    }

    @Test
    void saysThatTheProgramIsNotInTheImage() throws Exception {
        Assignment assignment = new StageBuilder(IMAGE, "no-such-program").build();
        server.queue.add(assignment);

        assertThat(outcome().exitCode()).contains(127);
        assertThat(said(LogStream.ERR)).anyMatch(line -> line.contains("no-such-program"));
        await().until(() -> containers(assignment) == 0);
    }

    @Test
    void saysThatDockerCannotHandOutGpus() throws Exception {
        server.queue.add(stage("true").gpu(99).build());

        assertThat(outcome().reason().orElseThrow())
                .startsWith("It could not be started: ")
                .containsAnyOf("NVIDIA Container Toolkit", "99");
    }

    @Test
    void leavesAStageRunningWhoseContainerIsBeingMadeWhenTheWorkerEnds() throws Exception {
        server.queue.add(stage("echo on; sleep 1; echo off").build());
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> Files.exists(onlyAttempt().resolve("prepared.json")));

        stop();
        start();

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(said(LogStream.OUT)).containsExactly("on", "off");
    }

    @Test
    void opensWhatAStageAsksFor() throws Exception {
        server.queue.add(stage("ls /sys/class/net; touch /x && echo writing; grep shm /proc/mounts | grep -o size=.*k")
                .needs(container(new ContainerNeeds(true, true, Optional.empty(), Optional.of(8 * MIB))))
                .build());
        Outcome outcome = outcome();

        assertThat(outcome.state()).as("%s", outcome.reason()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(said(LogStream.OUT)).contains("eth0", "writing", "size=8192k");
    }

    @Test
    void runsAStageAsTheUserThatItAsksFor() throws Exception {
        assumeTrue(Files.getAttribute(data, "unix:uid").equals(0), "Only root can give files to another user");
        server.queue.add(stage("id -u; id -g; cat old.txt; echo new > old.txt; echo made > /output/new.txt")
                .files(stored(Area.WORKSPACE, "old.txt", "old\n"))
                .needs(container(new ContainerNeeds(false, false, Optional.of("1234:567"), Optional.empty())))
                .build());
        Outcome outcome = outcome();

        assertThat(outcome.state()).as("%s", outcome.reason()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(said(LogStream.OUT)).containsExactly("1234", "567", "old");
        assertThat(server.sent).containsExactly("old.txt", "new.txt");
    }

    @Test
    void saysThatDockerIsAway() {
        DockerSettings settings =
                settings(new DockerAccess(Optional.of("unix:///nowhere/docker.sock"), Optional.empty()));

        assertThatThrownBy(() -> DockerExecutor.connect(settings, Duration.ofSeconds(1)))
                .hasMessageStartingWith("Docker does not answer at unix:///nowhere/docker.sock")
                .hasMessageContaining("systemctl start docker");
    }

    private static List<String> numbers(String before, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> before + i).toList();
    }

    private static Requirements memory(long mebibytes) {
        return new Requirements(1, mebibytes * MIB, 0, Set.of());
    }

    private static Requirements container(ContainerNeeds needs) {
        return new Requirements(1, 64 * MIB, 0, Set.of(), needs);
    }
}
