package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.project.ProjectService;
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
            int before = server().countingQueries(projects::list);

            two.start(two.project());
            two.project();

            assertThat(server().countingQueries(projects::list)).isEqualTo(before);
        }
    }
}
