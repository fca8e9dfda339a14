package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.CleanUpReport;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskField;
import dev.winslow.api.task.TaskView;
import dev.winslow.api.worker.Ask;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.ProducedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stages that wait for a person without their node. */
interface ReleaseContract {
    String ANSWER = ".winslow/answers/north.json";

    ServerOnADatabase server();

    @Test
    default void givesItsNodeBackAndGoesOnWithItsFilesAndTheAnswer() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            Assignment first = node.begin(node.await());
            ask(node, first);

            node.leave(first, AttemptState.RELEASED, "state.txt", "half");

            assertThat(scene.show(run).state()).isEqualTo(RunState.WAITING);
            assertThat(scene.state(run, "detect")).isEqualTo(StepState.WAITING);
            AttemptView released = scene.attempts(run).getFirst();
            assertThat(released.state()).isEqualTo(AttemptState.RELEASED);
            assertThat(released.reason()).contains("It waits for a person and gave its node back until then.");
            assertThat(node.caller().get(Paths.ASSIGNMENTS + "?wait=PT1.5S").status())
                    .isEqualTo(204);
            answer(scene, project);
            Assignment second = node.await();
            assertThat(second.stageId()).isEqualTo("detect");
            assertThat(second.files()).extracting(InputFile::path).containsExactlyInAnyOrder("state.txt", ANSWER);
            assertThat(second.files())
                    .extracting(InputFile::sha256)
                    .containsExactlyInAnyOrder(
                            WorkingNode.sha256("half"), WorkingNode.sha256("{\"degrees\":\"12.5\"}"));
            node.succeed(second);
            assertThat(scene.attempts(run).get(1).reuse().orElseThrow().sentence())
                    .isEqualTo("Went on after a person's answer.");
            assertThat(node.await().stageId()).isEqualTo("track");
        }
    }

    @Test
    default void goesOnWithWhatAPersonHasAddedMeanwhile() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            Assignment first = node.await();
            ask(node, first);
            node.leave(first, AttemptState.RELEASED, "state.txt", "half");

            StepFilesContract.add(scene, run, "detect", "zones.json", "added");
            StepFilesContract.add(scene, run, "detect", "state.txt", "corrected");
            answer(scene, project);

            assertThat(node.await().files())
                    .extracting(InputFile::sha256)
                    .containsExactlyInAnyOrder(
                            WorkingNode.sha256("corrected"),
                            WorkingNode.sha256("added"),
                            WorkingNode.sha256("{\"degrees\":\"12.5\"}"));
        }
    }

    @Test
    default void goesOnWithoutWhatAPersonHasTakenOutMeanwhile() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            node.fail(node.await(), "broken");
            FileView zones = StepFilesContract.add(scene, run, "detect", "zones.json", "added");
            scene.caller.post(Paths.RUNS + "/" + run + "/steps/detect/retry");
            Assignment second = node.await();
            ask(node, second);
            node.leave(
                    second,
                    AttemptState.RELEASED,
                    "state.txt",
                    "half",
                    new ProducedFile(Area.WORKSPACE, zones.path(), zones.size(), zones.sha256()));

            StepFilesContract.takeOut(scene, run, "detect", zones);
            answer(scene, project);

            assertThat(node.await().files()).extracting(InputFile::path).containsExactlyInAnyOrder("state.txt", ANSWER);
        }
    }

    @Test
    default void refusesAFileThatCannotLieBesideWhatItGoesOnWith() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment first = node.await();
            ask(node, first);
            node.leave(first, AttemptState.RELEASED, "state.txt", "half");

            Answer refused = StepFilesContract.begin(scene, run, "detect", "state.txt/a");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("state.txt/a cannot lie in this workspace beside state.txt");
        }
    }

    @Test
    default void goesOnAtOnceWhereThePersonWasFaster() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            Assignment first = node.await();
            ask(node, first);
            answer(scene, project);

            node.leave(first, AttemptState.RELEASED, "state.txt", "half");

            Assignment second = node.await();
            assertThat(second.files()).extracting(InputFile::path).containsExactlyInAnyOrder("state.txt", ANSWER);
            node.succeed(second);
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void startsFromTheSameFilesWhenItIsTriedAgainAfterTheAnswer() {
        try (Scene scene = new Scene(server()).deployRetrying(1)) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment first = node.await();
            ask(node, first);
            node.leave(first, AttemptState.RELEASED, "state.txt", "half");
            answer(scene, project);

            node.fail(node.await(), "broken");

            assertThat(node.await().files()).extracting(InputFile::path).containsExactlyInAnyOrder("state.txt", ANSWER);
        }
    }

    @Test
    default void failsAStageThatWaitsForNobody() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();

            node.leave(node.await(), AttemptState.RELEASED, "state.txt", "half");

            AttemptView attempt = scene.attempts(run).getFirst();
            assertThat(attempt.state()).isEqualTo(AttemptState.FAILED);
            assertThat(attempt.reason())
                    .contains("The stage ended to wait for a person, but asked nothing that could be taken.");
        }
    }

    @Test
    default void abortsAStageThatGivesItsNodeBackMeanwhile() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            Assignment first = node.await();
            ask(node, first);
            scene.caller.post(Paths.ATTEMPTS + "/" + first.attemptId() + "/abort");

            node.leave(first, AttemptState.RELEASED, "state.txt", "half");

            assertThat(scene.show(run).state()).isEqualTo(RunState.FAILED);
            assertThat(tasks(scene, project)).isEmpty();
        }
    }

    @Test
    default void beginsAgainAsAtFirstWhenAPersonRedoesIt() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            node.leave(node.await(), "detections.csv", "old");
            Assignment track = node.await();
            ask(node, track);
            node.leave(track, AttemptState.RELEASED, "state.txt", "half");
            answer(scene, project);
            node.succeed(node.await());

            scene.caller.post(Paths.RUNS + "/" + run + "/jump", Jump.to("track"));

            assertThat(node.await().files()).extracting(InputFile::path).containsExactly("detections.csv");
        }
    }

    @Test
    default void keepsWhatItBeganWithForARedoWhilePeopleCleanUp() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            node.leave(node.await(), "detections.csv", "old");
            Assignment track = node.await();
            ask(node, track);
            node.leave(track, AttemptState.RELEASED, "state.txt", "half");
            answer(scene, project);
            node.succeed(node.await());
            scene.caller.post(
                    Paths.RUNS + "/" + run + "/jump",
                    new Jump("detect", Map.of(), Optional.empty(), Optional.of("detect")));
            node.leave(node.await(), "detections.csv", "new");

            scene.caller.post(
                    Paths.PROJECTS + "/" + project.id() + "/cleanup", new CleanUp(Optional.of(1), false, false, false));
            scene.caller
                    .post(
                            Paths.RUNS + "/" + run + "/jump",
                            new Jump(
                                    "track",
                                    Map.of(),
                                    Optional.of(WorkspaceChoice.of(WorkspaceChoice.Source.SAME)),
                                    Optional.empty()))
                    .as(RunView.class);
            scene.caller.post(Paths.RUNS + "/" + run + "/resume");

            assertThat(node.await().files()).extracting(InputFile::sha256).containsExactly(WorkingNode.sha256("old"));
        }
    }

    @Test
    default void goesOnWithItsFilesInAnotherVersionOfThePipeline() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            Assignment first = node.await();
            ask(node, first);
            node.leave(first, AttemptState.RELEASED, "state.txt", "half");
            answer(scene, project);
            node.fail(node.await(), "broken");
            scene.deployReviewed();

            scene.caller.post(Paths.RUNS + "/" + run + "/migration").as(RunView.class);

            assertThat(node.await().files()).extracting(InputFile::path).containsExactlyInAnyOrder("state.txt", ANSWER);
        }
    }

    @Test
    default void keepsItsFilesForItWhilePeopleCleanUp() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment first = node.await();
            ask(node, first);
            node.leave(first, AttemptState.RELEASED, "state.txt", "half");

            CleanUpReport report = scene.caller
                    .post(
                            Paths.PROJECTS + "/" + project.id() + "/cleanup",
                            new CleanUp(Optional.of(1), true, true, false))
                    .as(CleanUpReport.class);

            assertThat(report.files()).isZero();
            scene.cancel();
            assertThat(tasks(scene, project)).isEmpty();
        }
    }

    private static void ask(WorkingNode node, Assignment assignment) {
        Ask north = new Ask(
                assignment.leaseToken(),
                "north",
                "Where is north?",
                List.of(new TaskField("degrees", "Degrees", "number", true, Optional.empty(), List.of())));
        Answer answer = node.caller().post(WorkingNode.of(Paths.ATTEMPT_QUESTIONS, assignment), north);
        assertThat(answer.status()).isEqualTo(204);
    }

    private static void answer(Scene scene, ProjectView project) {
        Answer answer = scene.caller.post(
                Paths.TASKS + "/" + scene.task(project).id() + "/complete",
                new CompleteTask(Map.of("degrees", "12.5"), Map.of()));
        assertThat(answer.status()).isEqualTo(204);
    }

    private static List<TaskView> tasks(Scene scene, ProjectView project) {
        return scene.caller.get(Paths.TASKS + "?project=" + project.id()).listOf(TaskView.class);
    }
}
