package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tasks that wait for a person. */
interface TasksContract {
    ServerOnADatabase server();

    @Test
    default void showsWhatWaitsForAPerson() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = atReview(scene);

            TaskView task = scene.task(project);

            assertThat(task.form()).isEqualTo(TaskForm.REVIEW);
            assertThat(task.projectName()).isEqualTo(project.name());
            assertThat(task.fields())
                    .singleElement()
                    .satisfies(field -> assertThat(field.choices()).containsExactly("approve", "redo"));
            assertThat(scene.caller.get(Paths.TASKS + "/" + task.id()).as(TaskView.class))
                    .isEqualTo(task);
        }
    }

    @Test
    default void refusesAnAnswerThatIsNone() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = atReview(scene);

            Answer answer = scene.decide(project, "perhaps");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().path("errors").toString()).contains("approve, redo");
            assertThat(scene.task(project)).isNotNull();
        }
    }

    @Test
    default void takesOneAnswerOnly() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = atReview(scene);
            String task = Paths.TASKS + "/" + scene.task(project).id();
            String answer = "{\"variables\": {\"decision\": \"approve\"}, \"files\": {}}";

            assertThat(scene.caller.postJson(task + "/complete", answer).status())
                    .isEqualTo(204);
            assertThat(scene.caller.postJson(task + "/complete", answer).status())
                    .isEqualTo(404);
            assertThat(scene.caller.get(task).status()).isEqualTo(404);
        }
    }

    @Test
    default void keepsTheFilesOfAnAnswerInTheFolder() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = atReview(scene);
            String path = Paths.TASKS + "/" + scene.task(project).id() + "/complete";

            Answer outside = scene.caller.postJson(
                    path, "{\"variables\": {\"decision\": \"approve\"}, \"files\": {\"../x\": \"1\"}}");

            assertThat(outside.status()).isEqualTo(422);
            assertThat(scene.caller
                            .postJson(path, "{\"variables\": {\"decision\": \"approve\"}, \"files\": {\"x\": \"1\"}}")
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    default void knowsNoOtherTask() {
        assertThat(server().caller().get(Paths.TASKS + "/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    private static ProjectView atReview(Scene scene) {
        WorkingNode node = scene.node();
        ProjectView project = scene.project();
        scene.start(project);
        node.succeed(node.await());
        node.succeed(node.await());
        return project;
    }
}
