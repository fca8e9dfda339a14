package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.project.TagView;
import dev.winslow.api.worker.Assignment;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.EventFeed;
import dev.winslow.engine.project.ProjectService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Projects. */
interface ProjectsContract {
    ServerOnADatabase server();

    @Test
    default void createsShowsChangesAndDeletesAProject() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String path = Paths.PROJECTS + "/" + project.id();

            assertThat(project.state()).isEqualTo(ProjectState.NEW);
            assertThat(scene.caller.get(path).as(ProjectView.class)).isEqualTo(project);
            assertThat(scene.caller.get(Paths.PROJECTS).listOf(ProjectView.class))
                    .contains(project);
            ProjectView renamed = scene.caller
                    .patchJson(path, "{\"name\": \"Bridge\", \"tags\": null}")
                    .as(ProjectView.class);
            assertThat(renamed.name()).isEqualTo("Bridge");
            assertThat(renamed.tags()).isEqualTo(project.tags());
            assertThat(scene.caller.delete(path).status()).isEqualTo(204);
            assertThat(scene.caller.get(path).status()).isEqualTo(404);
            assertThat(scene.caller.delete(path).status()).isEqualTo(404);
        }
    }

    @Test
    default void deletesAProjectWhoseRunIsOnItsWay() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();

            assertThat(scene.caller.delete(Paths.PROJECTS + "/" + project.id()).status())
                    .isEqualTo(204);
            assertThat(scene.caller.get(Paths.RUNS + "/" + run).status()).isEqualTo(404);
        }
    }

    @Test
    default void refusesANameOrPipelineThatIsNone() {
        Caller caller = server().caller();

        assertThat(caller.postJson(Paths.PROJECTS, "{\"name\": \" \", \"pipelineKey\": \"x\", \"tags\": []}")
                        .status())
                .isEqualTo(422);
        assertThat(caller.postJson(Paths.PROJECTS, "{\"name\": \"a\", \"pipelineKey\": \"none\", \"tags\": []}")
                        .body())
                .contains("There is no pipeline");
    }

    @Test
    default void tellsAtAGlanceWhereEachProjectStands() {
        try (Scene waiting = new Scene(server()).deployOneStage();
                Scene fresh = new Scene(server()).deployOneStage()) {
            ProjectView started = waiting.project();
            UUID run = waiting.start(started).id();
            ProjectView untouched = fresh.project();

            var listed = waiting.caller.get(Paths.PROJECTS).listOf(ProjectView.class);

            assertThat(listed).contains(untouched).anySatisfy(project -> {
                assertThat(project.id()).isEqualTo(started.id());
                assertThat(project.state()).isEqualTo(ProjectState.QUEUED);
                assertThat(project.latestRun()).contains(run);
                assertThat(project.currentStages()).containsExactly("detect");
            });
        }
    }

    @Test
    default void listsManyProjectsInAsManyQueriesAsOne() {
        try (Scene one = new Scene(server()).deployOneStage();
                Scene two = new Scene(server()).deployOneStage()) {
            ProjectService projects = server().context().getBean(ProjectService.class);
            one.start(one.project());
            int before = server().countingQueries(() -> projects.list(Viewer.SYSTEM));

            two.start(two.project());
            two.project();

            assertThat(server().countingQueries(() -> projects.list(Viewer.SYSTEM)))
                    .isEqualTo(before);
        }
    }

    @Test
    default void listsTheProjectsThatAreAskedFor() {
        try (Scene one = new Scene(server()).deployOneStage();
                Scene two = new Scene(server()).deployOneStage()) {
            ProjectView fresh = one.project();
            ProjectView queued = two.project();
            String ann = new People(server()).user().name();
            two.start(queued);
            change(
                    two,
                    queued,
                    "{\"name\": \"North Bridge\", \"owner\": \"" + ann
                            + "\", \"tags\": [\"rain\", \"dawn\", \"rain\"]}");

            assertThat(listed(one, "?state=NEW&pipeline=" + one.key)).containsExactly(fresh.id());
            assertThat(listed(one, "?state=QUEUED&state=NEW")).contains(fresh.id(), queued.id());
            assertThat(listed(one, "?state=QUEUED&pipeline=" + one.key)).isEmpty();
            assertThat(listed(one, "?tag=rain&tag=dawn")).contains(queued.id()).doesNotContain(fresh.id());
            assertThat(listed(one, "?tag=rain&tag=dusk")).isEmpty();
            assertThat(listed(one, "?owner=" + ann + "&q=bridge+rain"))
                    .contains(queued.id())
                    .doesNotContain(fresh.id());
            assertThat(listed(one, "?q=" + one.key)).containsExactly(fresh.id());
            assertThat(one.caller.get(Paths.PROJECTS + "?state=ASLEEP").status())
                    .isEqualTo(400);
        }
    }

    @Test
    default void completesTags() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String tag = "Dusk-" + scene.key;
            change(scene, scene.project(), "{\"tags\": [\"" + tag + "\", \"" + tag + "-2\"]}");
            change(scene, scene.project(), "{\"tags\": [\"" + tag + "-2\"]}");

            assertThat(scene.caller
                            .get(Paths.TAGS + "?prefix=dusk-" + scene.key)
                            .listOf(TagView.class))
                    .containsExactly(new TagView(tag + "-2", 2), new TagView(tag, 1));
            assertThat(scene.caller
                            .patchJson(Paths.PROJECTS + "/" + scene.project().id(), "{\"tags\": [\" \"]}")
                            .body())
                    .contains("A tag has 1 to 100 characters");
        }
    }

    @Test
    default void swapsThePipelineBetweenRunsOnly() {
        try (Scene scene = new Scene(server()).deployOneStage();
                Scene other = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            String path = Paths.PROJECTS + "/" + project.id();

            Answer refused = scene.caller.patchJson(path, "{\"pipelineKey\": \"" + other.key + "\"}");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("has not ended yet (QUEUED)").contains("cancel it");
            assertThat(change(scene, project, "{\"pipelineKey\": \"" + scene.key + "\"}")
                            .pipelineKey())
                    .isEqualTo(scene.key);
            scene.caller.post(Paths.RUNS + "/" + run + "/cancel");
            assertThat(change(scene, project, "{\"pipelineKey\": \"" + other.key + "\"}")
                            .pipelineKey())
                    .isEqualTo(other.key);
        }
    }

    @Test
    default void tellsWhatBecameOfAProject() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            assertThat(project.owner()).contains("cli");
            String ann = new People(server()).user().name();
            change(
                    scene,
                    project,
                    "{\"name\": \"Bridge\", \"owner\": \"" + ann.toUpperCase(Locale.ROOT)
                            + "\", \"tags\": [\"test\"]}");
            change(scene, project, "{\"tags\": []}");

            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .listOf(EventView.class))
                    .extracting(event -> event.who() + " " + event.text())
                    .containsExactly(
                            "cli changed the tags from \"test\" to \"\"",
                            "cli made \"" + ann + "\" the owner instead of \"cli\"",
                            "cli renamed the project from \"" + project.name() + "\" to \"Bridge\"",
                            "cli created the project \"" + project.name() + "\" on " + scene.key);
        }
    }

    @Test
    default void belongsToNobodyWhoIsNotThere() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();

            Answer refused = scene.caller.patchJson(Paths.PROJECTS + "/" + project.id(), "{\"owner\": \"Nobody\"}");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("There is no person or program \\\"Nobody\\\"");
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id())
                            .as(ProjectView.class)
                            .owner())
                    .contains("cli");
        }
    }

    @Test
    default void keepsOfADeletedProjectThatItWasDeleted() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            EventFeed feed = server().context().getBean(EventFeed.class);
            long start = feed.newest();
            ProjectView project = scene.project();
            scene.start(project);

            scene.caller.delete(Paths.PROJECTS + "/" + project.id());

            assertThat(feed.after(start, 1000))
                    .filteredOn(entry -> entry.event().projectId().equals(Optional.of(project.id())))
                    .extracting(entry -> entry.event().kind())
                    .containsExactly(EventKind.PROJECT_DELETED);
        }
    }

    @Test
    default void tellsHowMuchWouldGoWithAProject() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            String path = Paths.PROJECTS + "/" + project.id() + "/deletion";
            assertThat(scene.caller.get(path).as(DeletionView.class)).isEqualTo(new DeletionView(0, 0, 0, 0, 0, false));
            scene.start(project);
            Assignment detect = node.await();
            node.log(detect, WorkingNode.line(0, "frame 1"), WorkingNode.line(1, "frame 2"));
            node.leave(detect, "detections.csv", "first");
            node.leave(node.await(), "tracks.csv", "second");

            DeletionView much = scene.caller.get(path).as(DeletionView.class);

            assertThat(much)
                    .usingRecursiveComparison()
                    .ignoringFields("logLines")
                    .isEqualTo(new DeletionView(2, 11, 1, 2, 0, true));
            assertThat(much.logLines()).isGreaterThanOrEqualTo(2);
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + UUID.randomUUID() + "/deletion")
                            .status())
                    .isEqualTo(404);
        }
    }

    private static ProjectView change(Scene scene, ProjectView project, String change) {
        return scene.caller
                .patchJson(Paths.PROJECTS + "/" + project.id(), change)
                .as(ProjectView.class);
    }

    private static List<UUID> listed(Scene scene, String query) {
        return scene.caller.get(Paths.PROJECTS + query).listOf(ProjectView.class).stream()
                .map(ProjectView::id)
                .toList();
    }
}
