package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winslow.api.Paths;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.StepState;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.worker.Assignment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Runs: starting, following, steering. */
interface RunsContract {
    ServerOnADatabase server();

    @Test
    default void startsWithNothingSaidAtAll() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            for (String body : List.of("{}", "{\"variables\": null}")) {
                String runs = Paths.PROJECTS + "/" + scene.project().id() + "/runs";
                assertThat(scene.caller.postJson(runs, body).status()).isEqualTo(201);
            }
            assertThat(scene.caller
                            .post(Paths.PROJECTS + "/" + scene.project().id() + "/runs")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    default void tellsTheVariablesOfARunThatHasEnded() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project(), StartRun.with(Map.of("SCALE", "7")))
                    .id();

            node.succeed(node.await(), Map.of("FOUND", "3"));

            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(scene.show(run).variables()).containsEntry("SCALE", "7").containsEntry("FOUND", "3");
        }
    }

    @Test
    default void goesThroughAPipelineToItsEnd() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            node.succeed(node.await());
            assertThat(scene.state(run, "detect")).isEqualTo(StepState.SUCCEEDED);
            assertThat(scene.state(run, "review")).isEqualTo(StepState.PENDING);
            node.succeed(node.await());
            assertThat(scene.show(run).state()).isEqualTo(RunState.WAITING);

            assertThat(scene.decide(project, "approve").status()).isEqualTo(204);

            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(scene.show(run).steps()).allMatch(step -> step.state() == StepState.SUCCEEDED);
        }
    }

    @Test
    default void startsOneRunHoweverOftenTheButtonIsPressed() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String runs = Paths.PROJECTS + "/" + scene.project().id() + "/runs";
            List<Integer> answers = new CopyOnWriteArrayList<>();

            Together.run(
                    4,
                    n -> answers.add(
                            scene.caller.postJson(runs, "{\"variables\": {}}").status()));

            assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    default void showsWhatARedoHasStillToDoAsNotYetDone() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            node.succeed(node.await());
            node.succeed(node.await());

            scene.decide(project, "redo");

            assertThat(scene.state(run, "track")).isEqualTo(StepState.PENDING);
            assertThat(scene.step(run, "track").latestAttempt()).isEmpty();
            assertThat(scene.state(run, "review")).isEqualTo(StepState.PENDING);
            assertThat(scene.attempts(run)).extracting(AttemptView::stageId).startsWith("detect", "track");
            node.succeed(node.await());
            assertThat(scene.state(run, "detect")).isEqualTo(StepState.SUCCEEDED);
            assertThat(scene.state(run, "review")).isEqualTo(StepState.PENDING);
            node.succeed(node.await());
            assertThat(scene.state(run, "track")).isEqualTo(StepState.SUCCEEDED);
            assertThat(scene.state(run, "review")).isEqualTo(StepState.WAITING);
            assertThat(scene.attempts(run)).hasSize(4).allMatch(attempt -> attempt.state() == AttemptState.SUCCEEDED);
        }
    }

    @Test
    default void givesNoStageOfAPausedRunToANode() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            UUID run = scene.start(scene.project()).id();
            scene.caller.post(Paths.RUNS + "/" + run + "/pause");
            WorkingNode node = scene.node();

            assertThat(scene.show(run).state()).isEqualTo(RunState.PAUSED);
            assertThat(node.caller().get(Paths.ASSIGNMENTS + "?wait=PT1S").status())
                    .isEqualTo(204);
            scene.caller.post(Paths.RUNS + "/" + run + "/resume");
            assertThat(node.await().stageId()).isEqualTo("detect");
        }
    }

    @Test
    default void putsAFailedStageBackIntoTheQueue() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.fail(node.await(), "The video is empty.");
            assertThat(scene.show(run).state()).isEqualTo(RunState.FAILED);
            assertThat(scene.step(run, "detect").latestAttempt().orElseThrow().reason())
                    .contains("The video is empty.");

            scene.caller.post(Paths.RUNS + "/" + run + "/steps/detect/retry");

            node.succeed(node.await());
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(scene.caller
                            .post(Paths.RUNS + "/" + run + "/steps/detect/retry")
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    default void stopsTheWorkOfACancelledRun() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.await();

            scene.caller.post(Paths.RUNS + "/" + run + "/cancel");

            assertThat(scene.show(run).state()).isEqualTo(RunState.ABORTED);
            assertThat(node.succeed(assignment).status()).isEqualTo(410);
            assertThat(scene.show(run).state()).isEqualTo(RunState.ABORTED);
        }
    }

    @Test
    default void refusesASecondRunWhileOneIsOpen() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            scene.start(project);

            Answer second = scene.caller.post(Paths.PROJECTS + "/" + project.id() + "/runs", StartRun.with(Map.of()));

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.body()).contains("has not ended yet");
        }
    }

    @Test
    default void tellsWhyAStageWaits() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode.join(server(), "other-" + scene.key);
            UUID run = scene.start(scene.project()).id();

            await().untilAsserted(() -> assertThat(scene.step(run, "detect").waitingBecause())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("tag " + scene.key)));
        }
    }
}
