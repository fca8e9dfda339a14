package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.project.BulkAction;
import dev.winslow.api.project.BulkRequest;
import dev.winslow.api.project.BulkResult;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One action for many projects. */
interface BulkContract {
    ServerOnADatabase server();

    @Test
    default void startsPausesResumesAndCancelsManyProjects() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            List<UUID> two = List.of(scene.project().id(), scene.project().id());

            assertThat(act(scene, two, BulkAction.START)).allMatch(BulkResult::done);
            assertThat(states(scene, two)).containsOnly(RunState.QUEUED.name());
            assertThat(act(scene, two, BulkAction.PAUSE)).allMatch(BulkResult::done);
            assertThat(states(scene, two)).containsOnly(RunState.PAUSED.name());
            assertThat(act(scene, two, BulkAction.RESUME)).allMatch(BulkResult::done);
            assertThat(states(scene, two)).containsOnly(RunState.QUEUED.name());
            assertThat(act(scene, two, BulkAction.CANCEL)).allMatch(BulkResult::done);
            assertThat(states(scene, two)).containsOnly(RunState.ABORTED.name());
            assertThat(act(scene, two, BulkAction.DELETE)).allMatch(BulkResult::done);
            assertThat(scene.caller.get(Paths.PROJECTS + "/" + two.getFirst()).status())
                    .isEqualTo(404);
        }
    }

    @Test
    default void goesOnAfterAProjectThatRefuses() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView busy = scene.project();
            ProjectView idle = scene.project();
            scene.start(busy);
            UUID unknown = UUID.randomUUID();

            List<BulkResult> results = act(scene, List.of(busy.id(), unknown, idle.id(), idle.id()), BulkAction.START);

            assertThat(results).extracting(BulkResult::projectId).containsExactly(busy.id(), unknown, idle.id());
            assertThat(results).extracting(BulkResult::done).containsExactly(false, false, true);
            assertThat(results.getFirst().sentence()).contains("has not ended yet");
            assertThat(results.get(1).sentence()).contains("There is no project");
            assertThat(act(scene, List.of(scene.project().id()), BulkAction.PAUSE)
                            .getFirst()
                            .sentence())
                    .isEqualTo("This project has no run yet. Start one first.");
            act(scene, List.of(busy.id(), idle.id()), BulkAction.CANCEL);
        }
    }

    @Test
    default void tagsAndUntags() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            List<UUID> two = List.of(scene.project().id(), scene.project().id());

            tag(scene, two, BulkAction.TAG, "rain", "dawn");
            tag(scene, two, BulkAction.UNTAG, "test", "rain");

            assertThat(two)
                    .allSatisfy(
                            project -> assertThat(show(scene, project).tags()).containsExactly("dawn"));
            assertThat(scene.caller
                            .post(Paths.PROJECTS + "/bulk", request(two, BulkAction.TAG))
                            .status())
                    .isEqualTo(422);
        }
    }

    private static List<BulkResult> act(Scene scene, List<UUID> projects, BulkAction action) {
        return scene.caller
                .post(Paths.PROJECTS + "/bulk", request(projects, action))
                .listOf(BulkResult.class);
    }

    private static void tag(Scene scene, List<UUID> projects, BulkAction action, String... tags) {
        assertThat(scene.caller
                        .post(Paths.PROJECTS + "/bulk", new BulkRequest(projects, action, List.of(tags), Map.of()))
                        .listOf(BulkResult.class))
                .allMatch(BulkResult::done);
    }

    private static BulkRequest request(List<UUID> projects, BulkAction action) {
        return new BulkRequest(projects, action, List.of(), Map.of());
    }

    private static List<String> states(Scene scene, List<UUID> projects) {
        return projects.stream().map(id -> show(scene, id).state().name()).toList();
    }

    private static ProjectView show(Scene scene, UUID id) {
        return scene.caller.get(Paths.PROJECTS + "/" + id).as(ProjectView.class);
    }
}
