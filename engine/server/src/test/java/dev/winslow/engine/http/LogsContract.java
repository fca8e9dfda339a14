package dev.winslow.engine.http;

import static dev.winslow.engine.http.WorkingNode.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.LogReceipt;
import dev.winslow.engine.log.LogService;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Logs of attempts. */
interface LogsContract {
    ServerOnADatabase server();

    @Test
    default void takesEachLineOnceAndInOrder() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();

            assertThat(next(node.log(assignment, line(0, "a"), line(1, "b")))).isEqualTo(2);
            assertThat(next(node.log(assignment, line(1, "b"), line(2, "c")))).isEqualTo(3);
            assertThat(next(node.log(assignment, line(5, "f")))).isEqualTo(3);
            assertThat(page(scene, assignment).lines())
                    .extracting(LogLine::text)
                    .containsExactly("a", "b", "c");
        }
    }

    @Test
    default void takesNothingBehindAGapWithinABatch() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();

            assertThat(next(node.log(assignment, line(0, "a"), line(2, "c"), line(1, "b"))))
                    .isEqualTo(1);
            assertThat(page(scene, assignment).lines())
                    .extracting(LogLine::text)
                    .containsExactly("a");
        }
    }

    @Test
    default void beginsTheLogOnceForManyWhoWriteAtOnce() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            LogService logs = server().context().getBean(LogService.class);

            Together.run(8, writer -> logs.system(assignment.attemptId(), "line of " + writer));

            assertThat(page(scene, assignment).lines()).hasSize(8);
        }
    }

    @Test
    default void takesNoLineAfterTheEnd() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            node.log(assignment, line(0, "a"));
            node.succeed(assignment);

            assertThat(next(node.log(assignment, line(1, "late")))).isEqualTo(2);
            assertThat(page(scene, assignment).ended()).isTrue();
            assertThat(page(scene, assignment).lines())
                    .extracting(LogLine::text)
                    .containsExactly("a", "Succeeded; 0 files are kept.");
        }
    }

    @Test
    default void endsTheLogOfACancelledRun() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();

            scene.caller.post(Paths.RUNS + "/" + run + "/cancel");

            assertThat(page(scene, assignment).ended()).isTrue();
            assertThat(page(scene, assignment).lines().getLast().text()).contains("cancelled by a person");
        }
    }

    @Test
    default void givesTheLogAsPlainText() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            LogLine[] lines = new LogLine[2500];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = line(i, "Zeile ü " + i);
            }
            node.log(assignment, lines);
            String log = Paths.ATTEMPTS + "/" + assignment.attemptId() + "/log";

            Answer byAccept = scene.caller.get(log, "text/plain");
            Answer byName = scene.caller.get(log + ".txt");

            assertThat(byAccept.status()).isEqualTo(200);
            assertThat(byAccept.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
            assertThat(byAccept.body().lines())
                    .hasSize(2500)
                    .startsWith("2026-01-02T03:04:05Z OUT Zeile ü 0")
                    .endsWith("2026-01-02T03:04:05Z OUT Zeile ü 2499");
            assertThat(byName.body()).isEqualTo(byAccept.body());
            assertThat(byName.header("Content-Disposition")).contains("attachment");
            assertThat(scene.caller.get(log).header("Content-Type")).startsWith("application/json");
        }
    }

    @Test
    default void knowsNoLogOfAnUnknownAttempt() {
        String log = Paths.ATTEMPTS + "/" + UUID.randomUUID() + "/log";

        assertThat(server().caller().get(log).status()).isEqualTo(404);
        assertThat(server().caller().get(log + ".txt").status()).isEqualTo(404);
    }

    private static long next(Answer answer) {
        return answer.as(LogReceipt.class).next();
    }

    private static LogPage page(Scene scene, Assignment assignment) {
        return scene.caller
                .get(Paths.ATTEMPTS + "/" + assignment.attemptId() + "/log")
                .as(LogPage.class);
    }
}
