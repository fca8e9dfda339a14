package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.MigrateRun;
import dev.winslow.api.run.MigrationPreview;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.StepState;
import dev.winslow.api.task.TaskView;
import dev.winslow.api.worker.Assignment;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs that go on with another version of their pipeline. */
interface MigrationContract {
    ServerOnADatabase server();

    @Test
    default void goesOnWithTheNewVersionWhereItStands() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            scene.deployReviewed();

            MigrationPreview preview = preview(scene, run);
            RunView migrated = migrate(scene, run).as(RunView.class);

            assertThat(preview)
                    .isEqualTo(new MigrationPreview(
                            true, "The run goes on with version 2 at \"detect\".", scene.key, 1, 2));
            assertThat(migrated.pipelineVersion()).isEqualTo(2);
            assertThat(migrated.steps()).extracting(step -> step.id()).containsExactly("detect", "track", "review");
            WorkingNode node = scene.node();
            node.leave(node.await(), "detections.csv", "1,2,3");
            Assignment track = node.await();
            assertThat(track.stageId()).isEqualTo("track");
            assertThat(track.files()).extracting(file -> file.path()).containsExactly("detections.csv");
            node.succeed(track);
            scene.decide(project, "approve");
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .listOf(EventView.class))
                    .filteredOn(event -> event.kind() == EventKind.RUN_MIGRATED)
                    .extracting(event -> event.who() + " " + event.text())
                    .containsExactly("cli took the run from version 1 of " + scene.key + " to version 2");
        }
    }

    @Test
    default void triesAFailedStageAgainAsTheNewVersionSays() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.fail(node.await(), "The image is broken.");
            scene.deployNeeding("GAP:-corrected");

            assertThat(preview(scene, run).sentence()).endsWith("What has failed there is queued again: \"detect\".");
            assertThat(migrate(scene, run).status()).isEqualTo(200);

            Assignment again = node.await();
            assertThat(again.arguments()).containsExactly("corrected");
            node.succeed(again);
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(scene.attempts(run)).hasSize(2);
        }
    }

    @Test
    default void keepsTheTaskThatWaitsForAPerson() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            node.succeed(node.await());
            node.succeed(node.await());
            TaskView before = scene.task(project);
            scene.deployReviewedAndReported();

            assertThat(migrate(scene, run).status()).isEqualTo(200);

            assertThat(scene.task(project).id()).isEqualTo(before.id());
            assertThat(scene.state(run, "review")).isEqualTo(StepState.WAITING);
            scene.decide(project, "approve");
            Assignment report = node.await();
            assertThat(report.stageId()).isEqualTo("report");
            node.succeed(report);
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void takesAllBranchesAlongWhereTheForkIsTheSame() {
        try (Scene scene = new Scene(server()).deployForked()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(
                            scene.project(),
                            new StartRun(Map.of(), Optional.empty(), Optional.empty(), Optional.of("prepare")))
                    .id();
            node.succeed(node.await());
            scene.deployForkedAndReported();

            RunView migrated = migrate(scene, run).as(RunView.class);

            assertThat(migrated.state()).isEqualTo(RunState.PAUSED);
            scene.caller.post(Paths.RUNS + "/" + run + "/resume");
            Assignment one = node.begin(node.await());
            Assignment other = node.begin(node.await());
            node.succeed(one);
            node.succeed(other);
            node.succeed(node.await());
            Assignment report = node.await();
            assertThat(report.stageId()).isEqualTo("report");
            node.succeed(report);
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void takesABranchAlongThatWaitsForTheOther() {
        try (Scene scene = new Scene(server()).deployForked()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.succeed(node.await());
            Assignment one = node.begin(node.await());
            Assignment other = node.begin(node.await());
            node.succeed(one);
            node.fail(other, "It failed.");
            scene.deployForkedAndReported();

            assertThat(migrate(scene, run).status()).isEqualTo(200);

            Assignment again = node.await();
            assertThat(again.stageId()).isEqualTo(other.stageId());
            node.succeed(again);
            Assignment after = node.await();
            assertThat(after.stageId()).isEqualTo("after");
            node.succeed(after);
            node.succeed(node.await());
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void refusesWhileANodeIsAtWork() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment assignment = node.begin(node.await());
            scene.deployReviewed();

            Answer refused = migrate(scene, run);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("A node is at work", "pause after it");
            assertThat(node.succeed(assignment).status()).isEqualTo(204);
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(scene.show(run).pipelineVersion()).isEqualTo(1);
        }
    }

    @Test
    default void saysWhereToGoFirstWhenTheStepIsGone() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.succeed(node.await());
            node.succeed(node.await());
            scene.deployOneStage();

            Answer refused = migrate(scene, run);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("detail").asString())
                    .contains("stands at \"Review\"", "Jump to a step that both have and migrate then: \"detect\".");

            scene.caller.post(Paths.RUNS + "/" + run + "/pause");
            scene.caller.post(Paths.RUNS + "/" + run + "/jump", Jump.to("detect"));
            assertThat(migrate(scene, run).status()).isEqualTo(200);
            scene.caller.post(Paths.RUNS + "/" + run + "/resume");
            node.succeed(node.await());
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void refusesWhatWouldLeaveABranchAlone() {
        try (Scene scene = new Scene(server()).deployForked()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(
                            scene.project(),
                            new StartRun(Map.of(), Optional.empty(), Optional.empty(), Optional.of("prepare")))
                    .id();
            node.succeed(node.await());
            scene.deployInARow();

            MigrationPreview preview = preview(scene, run);

            assertThat(preview.possible()).isFalse();
            assertThat(preview.sentence()).contains("lies in branches", "jump to the step before they part");
            assertThat(migrate(scene, run).status()).isEqualTo(409);
        }
    }

    @Test
    default void refusesAStageOfAList() {
        try (Scene scene = new Scene(server()).deployForEach(true)) {
            UUID run = scene.start(scene.project(), StartRun.with(Map.of("VIDEOS", "a.mp4,b.mp4")))
                    .id();
            scene.deployForEach(false);

            assertThat(migrate(scene, run).body()).contains("runs for each item of a list");
        }
    }

    @Test
    default void saysThatThereIsNothingToMigrateTo() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            UUID run = scene.start(scene.project()).id();

            assertThat(preview(scene, run).sentence()).contains("by version 1 already");
            assertThat(scene.caller
                            .post(Paths.RUNS + "/" + run + "/migration", new MigrateRun(Optional.of(7)))
                            .status())
                    .isEqualTo(404);
            scene.cancel();
            scene.deployReviewed();
            assertThat(preview(scene, run).sentence()).startsWith("The run has ended (ABORTED).");
            assertThat(migrate(scene, run).status()).isEqualTo(409);
        }
    }

    private static MigrationPreview preview(Scene scene, UUID run) {
        return scene.caller.get(Paths.RUNS + "/" + run + "/migration").as(MigrationPreview.class);
    }

    private static Answer migrate(Scene scene, UUID run) {
        return scene.caller.post(Paths.RUNS + "/" + run + "/migration");
    }
}
