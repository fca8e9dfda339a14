package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventView;
import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.PriorityView;
import dev.winslow.api.run.SetPriority;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.worker.Assignment;
import dev.winslow.engine.http.People.Somebody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which stage goes where, as operators, authors and users of projects have a say in it. */
interface PlacementContract {
    ServerOnADatabase server();

    @Test
    default void givesStagesNoMoreOfANodeThanItsLimits() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            limit(scene, node, new NodeLimits(Optional.of(0), Optional.empty(), Optional.empty()));
            UUID run = scene.start(scene.project()).id();

            awaitReason(scene, run, node.name() + " has only 0 cores");
            NodeView free = limit(scene, node, NodeLimits.NONE);

            assertThat(free.limits()).isEqualTo(NodeLimits.NONE);
            assertThat(node.await().stageId()).isEqualTo("detect");
        }
    }

    @Test
    default void keepsTheLimitsOfANodeThatJoinsAgain() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            NodeLimits limits = new NodeLimits(Optional.of(2), Optional.of(1L << 30), Optional.of(0));
            limit(scene, scene.node(), limits);

            WorkingNode again = scene.node();

            assertThat(scene.caller.get(Paths.NODES).listOf(NodeView.class))
                    .filteredOn(node -> node.id().equals(again.id()))
                    .extracting(NodeView::limits)
                    .containsExactly(limits);
        }
    }

    @Test
    default void refusesLimitsBelowZero() {
        WorkingNode node = WorkingNode.join(server(), "limits-" + UUID.randomUUID());

        Answer answer = server().caller()
                .putJson(
                        Paths.NODE_LIMITS.replace("{id}", node.id().toString()),
                        new NodeLimits(Optional.of(-1), Optional.empty(), Optional.empty()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("0 or more");
    }

    @Test
    default void servesProjectsOfAHigherPriorityFirst() {
        try (Scene scene = new Scene(server()).deployStage("retries=\"0\"", "cpus=\"4\"");
                Scene second = new Scene(server(), scene.key);
                Scene third = new Scene(server(), scene.key)) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment first = node.begin(node.await());
            second.start(second.project());
            ProjectView urgent = third.project();
            PriorityView set = setPriority(third, Paths.PROJECT_PRIORITY, urgent.id(), Optional.of(5));
            UUID urgentRun = third.start(urgent).id();

            node.succeed(first);

            assertThat(set).isEqualTo(new PriorityView(5, 5, Optional.empty()));
            assertThat(node.await().runId()).isEqualTo(urgentRun);
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + urgent.id() + "/history")
                            .listOf(EventView.class))
                    .extracting(EventView::text)
                    .contains("set the priority to 5");
        }
    }

    @Test
    default void letsARunHaveAPriorityOfItsOwn() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            setPriority(scene, Paths.PROJECT_PRIORITY, project.id(), Optional.of(3));

            assertThat(setPriority(scene, Paths.RUN_PRIORITY, run, Optional.of(-7)))
                    .isEqualTo(new PriorityView(-7, 3, Optional.of(-7)));
            assertThat(setPriority(scene, Paths.RUN_PRIORITY, run, Optional.empty()))
                    .isEqualTo(new PriorityView(3, 3, Optional.empty()));
            assertThat(scene.caller
                            .putJson(
                                    Paths.RUN_PRIORITY.replace("{id}", run.toString()),
                                    new SetPriority(Optional.of(101)))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    default void letsStagesShareAGpuByItsMemory() {
        Gpu gpu = new Gpu(0, "GPU", 16L << 30, "1");
        try (Scene scene = new Scene(server()).deployStage("", "gpuMemory=\"8GiB\"");
                Scene second = new Scene(server(), scene.key);
                Scene third = new Scene(server(), scene.key)) {
            WorkingNode node = WorkingNode.join(server(), scene.key, gpu);
            scene.start(scene.project());
            Assignment first = node.begin(node.await());
            second.start(second.project());
            Assignment other = node.begin(node.await());
            UUID waiting = third.start(third.project()).id();

            assertThat(first.gpus()).containsExactly(0);
            assertThat(other.gpus()).containsExactly(0);
            awaitReason(third, waiting, "8 GiB of 1 GPU");
        }
    }

    @Test
    default void namesNoStageThatIsInTheWayToWhoMayNotSeeItsProject() {
        try (Scene scene = new Scene(server()).deployStage("", "apart=\"disk\"");
                Scene second = new Scene(server(), scene.key)) {
            Somebody anna = new People(server()).user();
            Somebody bob = new People(server()).user();
            WorkingNode node = scene.node();
            ProjectView hidden = SharedProjects.closed(anna, scene);
            anna.caller().post(SharedProjects.path(hidden) + "/runs", StartRun.with(Map.of()));
            Assignment running = node.begin(node.await());
            UUID waiting = second.start(second.project()).id();
            awaitReason(second, waiting, node.name() + " runs Detect");

            for (String address : List.of(Paths.RUNS + "/" + waiting, Paths.QUEUE + "?limit=1000")) {
                assertThat(bob.caller().get(address).body())
                        .contains(node.name() + " runs another stage, and the stage keeps apart")
                        .doesNotContain("runs Detect");
            }
            node.succeed(running);
        }
    }

    @Test
    default void keepsStagesApartThatAreNotToRunTogether() {
        try (Scene scene = new Scene(server()).deployStage("", "apart=\"disk\"");
                Scene second = new Scene(server(), scene.key)) {
            WorkingNode node = scene.node();
            scene.start(scene.project());
            Assignment first = node.begin(node.await());
            UUID run = second.start(second.project()).id();

            awaitReason(second, run, node.name() + " runs Detect, and the stage keeps apart");
            node.succeed(first);

            assertThat(node.await().runId()).isEqualTo(run);
        }
    }

    @Test
    default void saysThatAPinnedStagesNodeIsNotThere() {
        try (Scene scene = new Scene(server()).deployStage("", "node=\"nowhere\"")) {
            scene.node();
            UUID run = scene.start(scene.project()).id();

            awaitReason(scene, run, "the node nowhere, which is not there");
        }
    }

    @Test
    default void saysWhenAStageThatFailedIsTriedAgain() {
        try (Scene scene = new Scene(server()).deployStage("retries=\"1\" backOff=\"PT1H\"", "")) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();

            node.fail(node.await(), "It broke.");

            awaitReason(scene, run, "is tried again at");
        }
    }

    @Test
    default void saysThatARunIsPaused() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            UUID run = scene.start(scene.project()).id();

            scene.caller.post(Paths.RUNS + "/" + run + "/pause");

            awaitReason(scene, run, "paused");
        }
    }

    @Test
    default void sendsAStageToWhereItsFilesAre() {
        String large = "x".repeat(2 << 20);
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode first = WorkingNode.named(server(), "a-" + scene.key, scene.key);
            scene.start(scene.project());
            Assignment detect = first.await();
            WorkingNode holding = WorkingNode.named(server(), "b-" + scene.key, scene.key);
            holding.tellCached("0".repeat(64));
            holding.tellCached(WorkingNode.sha256(large));

            first.leave(detect, "large.txt", large);

            assertThat(holding.await().stageId()).isEqualTo("track");
        }
    }

    private static NodeView limit(Scene scene, WorkingNode node, NodeLimits limits) {
        return scene.caller
                .putJson(Paths.NODE_LIMITS.replace("{id}", node.id().toString()), limits)
                .as(NodeView.class);
    }

    private static PriorityView setPriority(Scene scene, String path, UUID id, Optional<Integer> priority) {
        return scene.caller
                .putJson(path.replace("{id}", id.toString()), new SetPriority(priority))
                .as(PriorityView.class);
    }

    private static void awaitReason(Scene scene, UUID run, String words) {
        await().untilAsserted(() -> assertThat(
                        List.of(scene.step(run, "detect").waitingBecause().orElse("nothing said")))
                .singleElement()
                .asString()
                .contains(words));
    }
}
