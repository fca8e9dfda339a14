package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.node.NodeState;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.WaitingStage;
import dev.winslow.api.worker.JoinRequest;
import dev.winslow.engine.Ids;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nodes: joining, draining, being signed in. */
interface NodesContract {
    ServerOnADatabase server();

    @Test
    default void givesADrainedNodeNothingNewAndTellsIt() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            scene.caller.post(Paths.NODES + "/" + node.id() + "/drain");
            scene.start(scene.project());

            assertThat(node.beat().drain()).isTrue();
            assertThat(shown(scene, node).state()).isEqualTo(NodeState.DRAINING);
            assertThat(node.caller().get(Paths.ASSIGNMENTS + "?wait=PT1S").status())
                    .isEqualTo(204);
            scene.caller.post(Paths.NODES + "/" + node.id() + "/undrain");
            assertThat(node.await().stageId()).isEqualTo("detect");
            assertThat(shown(scene, node).attempts()).hasSize(1);
        }
    }

    @Test
    default void tellsAdministratorsOnceWhatWasDoneToANode() {
        String tag = Ids.secret().substring(0, 8);
        WorkingNode node = WorkingNode.join(server(), tag);
        Caller person = server().caller();
        String address = Paths.NODES + "/" + node.id();
        person.post(address + "/drain");
        person.post(address + "/drain");
        person.post(address + "/undrain");

        assertThat(person.get(Paths.AUDIT + "?limit=50").listOf(EventView.class).stream()
                        .filter(event -> event.text().contains("\"" + node.name() + "\"")))
                .extracting(EventView::kind)
                .containsExactly(EventKind.NODE_RELEASED, EventKind.NODE_DRAINED);
    }

    @Test
    default void removesANodeWhoseWorkerHasStopped() {
        WorkingNode node = WorkingNode.join(server(), Ids.secret().substring(0, 8));
        Caller person = server().caller();
        String address = Paths.NODES + "/" + node.id();
        Answer early = person.delete(address);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("stop its worker");
        server().database()
                .sql("update node set last_seen = :past where id = :id")
                .param("past", OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                .param("id", node.id())
                .update();

        assertThat(person.delete(address).status()).isEqualTo(204);

        assertThat(person.get(Paths.NODES).listOf(NodeView.class))
                .extracting(NodeView::id)
                .doesNotContain(node.id());
        assertThat(person.delete(address).status()).isEqualTo(404);
    }

    @Test
    default void listsWhatWaitsForANodeAndWhy() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode.join(server(), Ids.secret().substring(0, 8));
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();

            await().untilAsserted(() -> assertThat(scene.caller.get(Paths.QUEUE).listOf(WaitingStage.class))
                    .filteredOn(stage -> stage.runId().equals(run))
                    .singleElement()
                    .satisfies(stage -> {
                        assertThat(stage.projectName()).isEqualTo(project.name());
                        assertThat(stage.stageId()).isEqualTo("detect");
                        assertThat(stage.reason()).contains(scene.key);
                    }));
            scene.caller.post(Paths.RUNS + "/" + run + "/pause");
            await().untilAsserted(() -> assertThat(scene.caller.get(Paths.QUEUE).listOf(WaitingStage.class))
                    .extracting(WaitingStage::runId)
                    .doesNotContain(run));
        }
    }

    @Test
    default void keepsTheIdOfANodeThatJoinsAgainAndForgetsItsOldToken() {
        String tag = Ids.secret().substring(0, 8);
        WorkingNode first = WorkingNode.join(server(), tag);

        WorkingNode second = WorkingNode.join(server(), tag);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(first.caller().get(Paths.ASSIGNMENTS + "?wait=PT0S").status())
                .isEqualTo(401);
        assertThat(second.caller().get(Paths.ASSIGNMENTS + "?wait=PT0S").status())
                .isEqualTo(204);
    }

    @Test
    default void refusesAWorkerOfAnotherProtocol() {
        Caller enrolment = server().caller().with(server().token("enrolment.token"));

        Answer answer = enrolment.post(
                Paths.JOIN, new JoinRequest("old", "0.0.1", 0, new Capabilities(1, 1, List.of(), Set.of())));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("speaks protocol 1 to " + JoinRequest.PROTOCOL);
    }

    @Test
    default void letsEachTokenDoWhatItIsForOnly() {
        WorkingNode node = WorkingNode.join(server(), Ids.secret().substring(0, 8));
        Caller person = server().caller();
        Caller enrolment = person.with(server().token("enrolment.token"));

        assertThat(person.with("").get(Paths.NODES).status()).isEqualTo(401);
        assertThat(person.with("wrong").get(Paths.NODES).status()).isEqualTo(401);
        assertThat(person.get(Paths.ASSIGNMENTS).status()).isEqualTo(403);
        assertThat(enrolment.get(Paths.NODES).status()).isEqualTo(403);
        assertThat(node.caller().get(Paths.PROJECTS).status()).isEqualTo(403);
        assertThat(node.caller().post(Paths.JOIN, WorkingNode.request("x", "x")).status())
                .isEqualTo(403);
        assertThat(person.get(Paths.NODES).status()).isEqualTo(200);
    }

    @Test
    default void knowsNoOtherNode() {
        assertThat(server().caller()
                        .post(Paths.NODES + "/" + UUID.randomUUID() + "/drain")
                        .status())
                .isEqualTo(404);
    }

    private static NodeView shown(Scene scene, WorkingNode node) {
        return scene.caller.get(Paths.NODES).listOf(NodeView.class).stream()
                .filter(view -> view.id().equals(node.id()))
                .findFirst()
                .orElseThrow();
    }
}
