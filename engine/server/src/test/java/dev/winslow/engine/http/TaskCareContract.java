package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.task.AddComment;
import dev.winslow.api.task.AssignTask;
import dev.winslow.api.task.PointTemplate;
import dev.winslow.api.task.SaveDraft;
import dev.winslow.api.task.SaveTemplate;
import dev.winslow.api.task.SetDue;
import dev.winslow.api.task.TaskComment;
import dev.winslow.api.task.TaskDraft;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.http.People.Somebody;
import dev.winslow.engine.task.TaskService;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who does a task and by when, what is said about it, and what is begun of its answer. */
interface TaskCareContract {
    Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    String POINTS =
            "{\"width\": 100, \"height\": 100, \"points\": [{\"id\": 1, \"x\": 1, \"y\": 1}, {\"id\": 2, \"x\": 90, \"y\": 1},"
                    + " {\"id\": 3, \"x\": 50, \"y\": 90}]}";

    ServerOnADatabase server();

    @Test
    default void givesATaskToOnePersonAtATime() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = atReview(scene);
            String task = path(scene, project);

            assertThat(scene.caller.post(task + "/claim").as(TaskView.class).assignee())
                    .contains("cli");
            scene.caller.putJson(task + "/assignee", new AssignTask(Optional.of("Ada")));
            Answer late = scene.caller.post(task + "/claim");
            TaskView freed = scene.caller
                    .putJson(task + "/assignee", new AssignTask(Optional.empty()))
                    .as(TaskView.class);

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body()).contains("Ada does \\\"Review\\\" already");
            assertThat(freed.assignee()).isEmpty();
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .listOf(EventView.class))
                    .filteredOn(event -> event.kind() == EventKind.TASK_ASSIGNED)
                    .extracting(EventView::text)
                    .containsExactly("gave \"Review\" back", "gave \"Review\" to Ada", "gave \"Review\" to cli");
        }
    }

    @Test
    default void countsWhatWaitsForAPersonInOneQuery() {
        try (Scene scene = new Scene(server()).deployReviewed();
                Scene hidden = new Scene(server()).deployReviewed()) {
            Somebody anna = new People(server()).user();
            Somebody bob = new People(server()).user();
            TaskService tasks = server().context().getBean(TaskService.class);
            int before = tasks.waitingCount(anna.viewer());
            ProjectView open = atReview(scene);
            ProjectView closed = atReview(hidden);
            SharedProjects.change(cli(), closed, ChangeAccess.everyone(Everyone.NOTHING));

            assertThat(tasks.waitingCount(anna.viewer())).isEqualTo(before + 1);
            assertThat(tasks.waitingCount(Viewer.SYSTEM)).isGreaterThanOrEqualTo(before + 2);
            assertThat(server().countingQueries(() -> tasks.waitingCount(anna.viewer())))
                    .isEqualTo(1);

            assign(path(scene, open), Optional.of(bob.name()));
            assertThat(tasks.waitingCount(anna.viewer())).isEqualTo(before);
            assertThat(tasks.waitingCount(bob.viewer())).isEqualTo(before + 1);

            SharedProjects.change(cli(), open, ChangeAccess.everyone(Everyone.SEE));
            assign(path(scene, open), Optional.empty());
            assertThat(tasks.waitingCount(anna.viewer())).isEqualTo(before);
        }
    }

    @Test
    default void listsManyTasksWithTheQueriesOfOne() {
        try (Scene scene = new Scene(server()).deployReviewed();
                Scene other = new Scene(server()).deployReviewed();
                Scene hidden = new Scene(server()).deployReviewed()) {
            Viewer anna = new People(server()).user().viewer();
            TaskService tasks = server().context().getBean(TaskService.class);
            ProjectView project = atReview(scene);
            int one = server().countingQueries(() -> tasks.open(Optional.empty(), anna));
            ProjectView another = atReview(other);
            ProjectView closed = atReview(hidden);
            SharedProjects.change(cli(), closed, ChangeAccess.everyone(Everyone.NOTHING));

            assertThat(tasks.open(Optional.empty(), anna))
                    .extracting(TaskView::projectId)
                    .contains(project.id(), another.id())
                    .doesNotContain(closed.id());
            assertThat(server().countingQueries(() -> tasks.open(Optional.empty(), anna)))
                    .isEqualTo(one);
        }
    }

    @Test
    default void countsAQuestionOfAStageAsWell() {
        try (Scene scene = new Scene(server()).deployNeeding("SPEED")) {
            TaskService tasks = server().context().getBean(TaskService.class);
            int before = tasks.waitingCount(Viewer.SYSTEM);

            UUID run = scene.start(scene.project()).id();
            await().untilAsserted(() -> assertThat(scene.show(run).state()).isEqualTo(RunState.WAITING));

            assertThat(tasks.waitingCount(Viewer.SYSTEM)).isEqualTo(before + 1);
        }
    }

    private Somebody cli() {
        return new Somebody("cli", server().caller());
    }

    private void assign(String task, Optional<String> who) {
        server().caller().putJson(task + "/assignee", new AssignTask(who)).as(TaskView.class);
    }

    @Test
    default void keepsWhenATaskIsDue() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = atReview(scene);
            String task = path(scene, project);

            scene.caller.post(task + "/claim").as(TaskView.class);
            scene.caller.putJson(task + "/due", new SetDue(Optional.of(NOON))).as(TaskView.class);

            assertThat(scene.task(project).dueAt()).contains(NOON);
            assertThat(scene.task(project).assignee()).contains("cli");
            assertThat(scene.caller
                            .putJson(task + "/due", new SetDue(Optional.empty()))
                            .as(TaskView.class)
                            .dueAt())
                    .isEmpty();
        }
    }

    @Test
    default void showsWhatWasSaidInTheNextRound() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = scene.project();
            WorkingNode node = scene.node();
            scene.start(project);
            node.succeed(node.await());
            node.succeed(node.await());
            scene.caller.post(path(scene, project) + "/comments", new AddComment("Shadows count as cars."));

            scene.decide(project, "redo");
            node.succeed(node.await());
            node.succeed(node.await());

            assertThat(scene.task(project).comments()).isEqualTo(1);
            assertThat(scene.caller.get(path(scene, project) + "/comments").listOf(TaskComment.class))
                    .singleElement()
                    .satisfies(comment -> {
                        assertThat(comment.text()).isEqualTo("Shadows count as cars.");
                        assertThat(comment.writtenBy()).isEqualTo("cli");
                    });
        }
    }

    @Test
    default void refusesAnEmptyComment() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = atReview(scene);

            assertThat(scene.caller
                            .post(path(scene, project) + "/comments", new AddComment(" "))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    default void keepsADraftThatNobodyWritesOver() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = atReview(scene);
            String draft = path(scene, project) + "/draft";

            assertThat(scene.caller.get(draft).status()).isEqualTo(204);
            TaskDraft first = scene.caller
                    .putJson(draft, new SaveDraft("one", Optional.empty()))
                    .as(TaskDraft.class);
            Answer late = scene.caller.putJson(draft, new SaveDraft("other", Optional.empty()));
            scene.caller.putJson(draft, new SaveDraft("two", Optional.of(first.savedAt())));

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body()).contains("cli has changed this answer meanwhile");
            assertThat(scene.caller.get(draft).as(TaskDraft.class).content()).isEqualTo("two");
        }
    }

    @Test
    default void forgetsADraftWithTheAnswer() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = atReview(scene);
            String draft = path(scene, project) + "/draft";
            scene.caller.putJson(draft, new SaveDraft("one", Optional.empty()));

            scene.decide(project, "approve");

            assertThat(scene.caller.get(draft).status()).isEqualTo(204);
        }
    }

    @Test
    default void keepsThePointsOfAPlace() {
        Caller caller = server().caller();
        String path = Paths.POINT_TEMPLATES + "/Ulm%20West";

        caller.putJson(path, new SaveTemplate(POINTS)).as(PointTemplate.class);
        Answer broken = caller.putJson(path, new SaveTemplate("{}"));

        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body()).contains("Expected at least 3 points");
        assertThat(caller.get(Paths.POINT_TEMPLATES).listOf(PointTemplate.class))
                .extracting(PointTemplate::name)
                .contains("Ulm West");
        assertThat(caller.get(path).as(PointTemplate.class).content()).isEqualTo(POINTS);
        caller.delete(path);
        assertThat(caller.get(path).status()).isEqualTo(404);
    }

    private static String path(Scene scene, ProjectView project) {
        return Paths.TASKS + "/" + scene.task(project).id();
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
