package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.run.RunState;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Progress;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LeaseOrder;
import dev.winslow.api.worker.StateReport;
import dev.winslow.engine.stage.PassingTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The protocol of the workers. */
interface WorkerContract {
    ServerOnADatabase server();

    @Test
    default void givesAnAttemptAgainUntilItIsBegun() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();

            assertThat(node.await().attemptId()).isEqualTo(assignment.attemptId());
            report(node, assignment, AttemptState.PREPARING);
            assertThat(node.caller().get(Paths.ASSIGNMENTS + "?wait=PT0S").status())
                    .isEqualTo(204);
            assertThat(assignment.arguments()).containsExactly("detect");
        }
    }

    @Test
    default void givesTheNextAttemptToANodeThatSaysItHasTheFirst() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID first = scene.start(scene.project()).id();
            Assignment held = node.await();
            UUID second = scene.start(scene.project()).id();

            Assignment[] next = node.caller()
                    .get(Paths.ASSIGNMENTS + "?wait=PT20S&held=" + held.attemptId())
                    .as(Assignment[].class);

            assertThat(held.runId()).isEqualTo(first);
            assertThat(next).extracting(Assignment::runId).containsExactly(second);
        }
    }

    @Test
    default void givesAWorkerOfTheEarlierProtocolOneAfterTheOther() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID first = scene.start(scene.project()).id();
            node.await();
            UUID second = scene.start(scene.project()).id();
            await().untilAsserted(() -> assertThat(scene.attempts(second)).hasSize(1));

            Assignment one = node.caller().get(Paths.ASSIGNMENT + "?wait=PT20S").as(Assignment.class);
            Assignment other = node.caller()
                    .get(Paths.ASSIGNMENT + "?wait=PT20S&held=" + one.attemptId())
                    .as(Assignment.class);

            assertThat(List.of(one.runId(), other.runId())).containsExactly(first, second);
        }
    }

    @Test
    default void givesANodeAllThatItIsToRunAtOnce() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID first = scene.start(scene.project()).id();
            node.await();
            UUID second = scene.start(scene.project()).id();
            await().untilAsserted(() -> assertThat(scene.attempts(second)).hasSize(1));

            Assignment[] all =
                    node.caller().get(Paths.ASSIGNMENTS + "?wait=PT20S").as(Assignment[].class);

            assertThat(all).extracting(Assignment::runId).containsExactly(first, second);
        }
    }

    @Test
    default void tellsHowFarAnAttemptHasCome() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();

            assertThat(report(node, assignment, AttemptState.RUNNING).status()).isEqualTo(204);
            assertThat(report(node, assignment, AttemptState.PREPARING).status())
                    .isEqualTo(204);

            AttemptView attempt = scene.attempts(run).getFirst();
            assertThat(attempt.state()).isEqualTo(AttemptState.RUNNING);
            assertThat(attempt.progress()).containsExactly(new Progress("frames", 40));
            assertThat(attempt.warnings()).isEqualTo(2);
        }
    }

    @Test
    default void givesEachStageGpusOfItsOwn() {
        try (Scene scene = new Scene(server()).deployOnGpus()) {
            WorkingNode node = WorkingNode.join(server(), scene.key, gpu(0), gpu(3));
            scene.start(scene.project());
            Assignment first = node.await();
            report(node, first, AttemptState.RUNNING);
            Assignment second = node.await();
            report(node, second, AttemptState.RUNNING);

            assertThat(List.of(first.gpus(), second.gpus())).containsExactlyInAnyOrder(List.of(0), List.of(3));
            Assignment left = first.stageId().equals("left") ? first : second;
            node.succeed(left);
            assertThat(node.await().gpus()).isEqualTo(left.gpus());
        }
    }

    private static Gpu gpu(int index) {
        return new Gpu(index, "GPU " + index, 24L << 30, "595");
    }

    @Test
    default void answersARepeatedOutcomeAsTheFirst() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();

            assertThat(node.succeed(assignment).status()).isEqualTo(204);
            assertThat(node.succeed(assignment).status()).isEqualTo(204);
            assertThat(node.fail(assignment, "too late").status()).isEqualTo(204);

            assertThat(scene.attempts(run).getFirst().state()).isEqualTo(AttemptState.SUCCEEDED);
            node.succeed(node.await());
            assertThat(scene.attempts(run)).hasSize(2);
        }
    }

    @Test
    default void takesOneOfManyOutcomesAtOnce() throws Exception {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();

            Together.run(4, n -> assertThat(node.succeed(assignment).status()).isEqualTo(204));

            node.succeed(node.await());
            assertThat(scene.show(run).state()).isEqualTo(RunState.WAITING);
            assertThat(scene.attempts(run)).hasSize(2);
        }
    }

    @Test
    default void refusesAStaleLease() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();
            String wrong = "0".repeat(assignment.leaseToken().length());

            Answer answer = node.caller()
                    .post(
                            WorkingNode.of(Paths.ATTEMPT_STATE, assignment),
                            new StateReport(wrong, AttemptState.RUNNING, List.of(), 0));

            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.json().path("type").asString("")).isEqualTo("/problems/stale-lease");
            assertThat(answer.body()).doesNotContain(assignment.leaseToken());
            assertThat(scene.attempts(run).getFirst().state()).isEqualTo(AttemptState.ASSIGNED);
        }
    }

    @Test
    default void tellsTheNodeToStopWhatAPersonAborts() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment assignment = node.await();
            Lease lease = new Lease(assignment.attemptId(), assignment.leaseToken());
            assertThat(node.beat(lease).orders())
                    .containsExactly(new LeaseOrder(assignment.attemptId(), LeaseOrder.Order.CONTINUE));

            scene.caller.post(Paths.ATTEMPTS + "/" + assignment.attemptId() + "/abort");

            assertThat(node.beat(lease).orders())
                    .containsExactly(new LeaseOrder(assignment.attemptId(), LeaseOrder.Order.ABORT));
        }
    }

    @Test
    default void givesAStageOfASilentNodeToAnother() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode silent = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment lost = silent.await();

            PassingTime.pass(server(), Duration.ofSeconds(40));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(scene.attempts(run).getFirst().state()).isEqualTo(AttemptState.LOST));

            assertThat(silent.succeed(lost).status()).isEqualTo(410);
            assertThat(silent.beat(new Lease(lost.attemptId(), lost.leaseToken()))
                            .orders())
                    .containsExactly(new LeaseOrder(lost.attemptId(), LeaseOrder.Order.STOP));
            Assignment again = silent.await();
            assertThat(again.attemptId()).isNotEqualTo(lost.attemptId());
            assertThat(silent.succeed(again).status()).isEqualTo(204);
        }
    }

    private static Answer report(WorkingNode node, Assignment assignment, AttemptState state) {
        return node.caller()
                .post(
                        WorkingNode.of(Paths.ATTEMPT_STATE, assignment),
                        new StateReport(assignment.leaseToken(), state, List.of(new Progress("frames", 40)), 2));
    }
}
