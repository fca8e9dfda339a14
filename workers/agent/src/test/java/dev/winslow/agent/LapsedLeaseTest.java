package dev.winslow.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.LeaseOrder;
import dev.winslow.api.worker.Outcome;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a worker does by itself when it is cut off. */
class LapsedLeaseTest extends WorkerAtAServer {
    /** Also a child that the stage started, and that goes on when its parent is told to end. */
    private static final String STUBBORN =
            "trap '' TERM; sleep 600 & echo $! > child; echo kept > half.txt; echo on; wait";

    @Test
    void stopsItsStagesWhenTheLeaseIsOverAndKeepsTheirFilesUntilToldMore() throws Exception {
        server.lease = Duration.ofSeconds(5);
        stop();
        start();
        server.queue.add(assignment(STUBBORN));
        await().until(() -> server.lines.size() == 1);
        Path attempt = onlyAttempt();
        ProcessHandle child = child(attempt);
        ProcessHandle leader = ProcessHandle.of(
                        Long.parseLong(Files.readString(attempt.resolve("pid")).strip()))
                .orElseThrow();

        server.away = true;

        await().atMost(Duration.ofSeconds(30)).until(() -> !leader.isAlive() && !child.isAlive());
        assertThat(attempt.resolve("workspace/half.txt")).hasContent("kept");
        server.order = LeaseOrder.Order.STOP;
        server.stale = true;
        server.away = false;
        await().atMost(Duration.ofSeconds(15)).until(() -> Files.notExists(attempt));
        assertThat(server.outcomes).isEmpty();
    }

    @Test
    void tellsTheServerThatItStoppedThemWhereTheLeaseStillHolds() throws Exception {
        server.lease = Duration.ofSeconds(5);
        stop();
        start();
        server.queue.add(assignment("echo on; sleep 600"));
        await().until(() -> server.lines.size() == 1);
        Path attempt = onlyAttempt();

        server.away = true;
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(attempt.resolve("verdict.json")));
        server.away = false;

        Outcome outcome = outcome();
        assertThat(outcome.state()).isEqualTo(AttemptState.FAILED);
        assertThat(outcome.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("cut off"));
    }

    @Test
    void goesOnWhereTheServerIsBackInTime() throws Exception {
        server.queue.add(assignment("echo on; while [ ! -e go ]; do sleep 0.05; done; echo off"));
        await().until(() -> server.lines.size() == 1);

        server.away = true;
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).until(() -> server.outcomes.isEmpty());
        server.away = false;
        Files.createFile(onlyAttempt().resolve("workspace/go"));

        assertThat(outcome().state()).isEqualTo(AttemptState.SUCCEEDED);
    }

    /** Making ready may not hear of it, as where an image is already there. */
    @Test
    void startsNothingWhereTheLeaseEndsJustBeforeTheStart() throws Exception {
        server.lease = Duration.ofSeconds(5);
        stop();
        CountDownLatch isPrepared = new CountDownLatch(1);
        start(preparedUntilInterrupted(isPrepared));
        Path proof = data.resolve("started");
        server.queue.add(assignment("touch " + proof));
        isPrepared.await();

        server.away = true;
        Path attempt = onlyAttempt();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(attempt.resolve("verdict.json")));
        server.away = false;

        Outcome outcome = outcome();
        assertThat(outcome.state()).isEqualTo(AttemptState.FAILED);
        assertThat(outcome.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("cut off"));
        assertThat(proof).doesNotExist();
    }

    /** Runs shell scripts; what is made ready before takes until it is interrupted, and takes no notice of that. */
    private static StageExecutor preparedUntilInterrupted(CountDownLatch begun) {
        StageExecutor shell = shell();
        return (StageExecutor) Proxy.newProxyInstance(
                StageExecutor.class.getClassLoader(),
                new Class<?>[] {StageExecutor.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(shell, arguments);
                    if (method.getName().equals("prepare")) {
                        begun.countDown();
                        untilInterrupted();
                    }
                    return answer;
                });
    }

    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessHandle child(Path attempt) throws Exception {
        Path file = attempt.resolve("workspace/child");
        await().until(() -> Files.exists(file) && !Files.readString(file).isBlank());
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
    }
}
