package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.api.node.Traffic;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.UsageLevel;
import dev.winslow.api.stage.UsagePoint;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.MeasuredAttempt;
import dev.winslow.api.worker.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What nodes measure: of themselves, and of the attempts on them. */
interface TelemetryContract {
    ServerOnADatabase server();

    @Test
    default void answersTheSecondsThatANodeToldEachOnce() {
        try (Scene scene = new Scene(server())) {
            WorkingNode node = scene.node();
            Instant now = server().clock().instant().truncatedTo(ChronoUnit.SECONDS);
            Telemetry told = new Telemetry(now, seconds(now.minusSeconds(10), 10), List.of(), List.of());
            node.tell(told);
            node.tell(told);

            assertThat(loads(scene, node, "?by=SECOND&last=PT1M")).isEqualTo(told.seconds());
        }
    }

    @Test
    default void keepsNoSecondForLongerThanAnHourAndNoMinuteForLongerThanAMonth() {
        try (Scene scene = new Scene(server())) {
            WorkingNode node = scene.node();
            Instant now = server().clock().instant().truncatedTo(ChronoUnit.SECONDS);
            NodeLoad young = load(now.minus(Duration.ofDays(30)));
            node.tell(new Telemetry(
                    now,
                    seconds(now.minusSeconds(4000), 10),
                    List.of(load(now.minus(Duration.ofDays(32))), young),
                    List.of()));

            assertThat(loads(scene, node, "?by=SECOND&last=PT2H")).isEmpty();
            assertThat(loads(scene, node, "?by=MINUTE&last=P40D")).containsExactly(young);
        }
    }

    @Test
    default void putsTheClockOfANodeRight() {
        try (Scene scene = new Scene(server())) {
            WorkingNode node = scene.node();
            Instant wrong = Instant.now().minus(Duration.ofDays(400));
            node.tell(new Telemetry(wrong, seconds(wrong.minusSeconds(3), 3), List.of(), List.of()));

            assertThat(loads(scene, node, "?last=PT1M")).hasSize(3);
        }
    }

    @Test
    default void takesOnceWhatANodeWithAWrongClockTellsTwice() {
        try (Scene scene = new Scene(server())) {
            WorkingNode node = scene.node();
            Instant wrong = Instant.now().minus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);
            List<NodeLoad> seconds = seconds(wrong.minusSeconds(10), 10);
            List<NodeLoad> minutes = List.of(load(wrong.minusSeconds(60)));
            node.tell(new Telemetry(wrong, seconds, minutes, List.of()));
            node.tell(new Telemetry(wrong.plusMillis(1700), seconds, minutes, List.of()));

            assertThat(loads(scene, node, "?by=SECOND&last=PT1M")).hasSize(10);
            assertThat(loads(scene, node, "?by=MINUTE&last=PT5M")).hasSize(1);
        }
    }

    @Test
    default void keepsWhatAnAttemptUsedWithItAlsoAfterItsEnd() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.begin(node.await());
            tell(node, assignment, assignment.leaseToken(), usage(1));
            assertThat(usage(scene, assignment)).isEqualTo(usage(1));
            node.succeed(assignment);
            tell(node, assignment, assignment.leaseToken(), usage(2));

            assertThat(usage(scene, assignment)).isEqualTo(usage(2));
        }
    }

    @Test
    default void takesNothingUnderAForeignLease() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.begin(node.await());
            tell(node, assignment, "another", usage(1));

            Answer answer = scene.caller.get(Paths.ATTEMPTS + "/" + assignment.attemptId() + "/usage");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("Nothing was measured");
        }
    }

    private static void tell(WorkingNode node, Assignment assignment, String token, AttemptUsage usage) {
        Lease lease = new Lease(assignment.attemptId(), token);
        node.tell(new Telemetry(Instant.now(), List.of(), List.of(), List.of(new MeasuredAttempt(lease, usage))));
    }

    private static AttemptUsage usage(Scene scene, Assignment assignment) {
        return scene.caller
                .get(Paths.ATTEMPTS + "/" + assignment.attemptId() + "/usage")
                .as(AttemptUsage.class);
    }

    private static AttemptUsage usage(int seconds) {
        UsageLevel level = new UsageLevel(1.5, 1 << 20, 0.5, 1 << 10);
        return new AttemptUsage(
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(seconds),
                level,
                level,
                List.of(new UsagePoint(Duration.ZERO, level)));
    }

    private static List<NodeLoad> loads(Scene scene, WorkingNode node, String query) {
        return scene.caller
                .get(Paths.NODES + "/" + node.id() + "/utilisation" + query)
                .listOf(NodeLoad.class);
    }

    private static List<NodeLoad> seconds(Instant from, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> load(from.plusSeconds(number)))
                .toList();
    }

    private static NodeLoad load(Instant at) {
        return new NodeLoad(
                at, 0.25, 1 << 30, new Traffic(10, 20), new Traffic(30, 40), List.of(new GpuLoad(0, 0.5, 1 << 20)));
    }
}
