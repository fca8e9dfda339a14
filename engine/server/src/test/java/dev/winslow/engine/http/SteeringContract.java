package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.ChangeVariables;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.PauseRun;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.api.run.WorkspaceChoice.Source;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.Lease;
import dev.winslow.api.worker.LeaseOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Taking runs elsewhere than where their process would go. */
interface SteeringContract {
    ServerOnADatabase server();

    @Test
    default void goesBackToAnEarlierStageWithTheFilesThatItStartedFromAndOtherVariables() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.leave(node.await(), "detections.csv", "first");
            Assignment track = node.await();
            assertThat(workspace(track)).containsExactly("detections.csv");
            node.leave(track, "tracks.csv", "first");

            assertThat(preview(scene, run, "track").sentence())
                    .isEqualTo("The run goes on at \"track\". It leaves \"Review\"; what runs there is stopped."
                            + " Done again on the way: \"track\".");
            jump(scene, run, new Jump("track", Map.of("GAP", "9"), Optional.empty(), Optional.empty()));

            assertThat(scene.state(run, "review")).isEqualTo(StepState.PENDING);
            Assignment again = node.await();
            assertThat(again.stageId()).isEqualTo("track");
            assertThat(workspace(again)).containsExactly("detections.csv");
            assertThat(again.environment()).containsEntry("GAP", "9");
            node.succeed(again);
            assertThat(scene.state(run, "review")).isEqualTo(StepState.WAITING);
        }
    }

    @Test
    default void stopsWhatRunsWhereTheRunLeaves() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment left = node.await();

            jump(scene, run, Jump.to("track"));

            assertThat(node.succeed(left).status()).isEqualTo(410);
            assertThat(node.beat(new Lease(left.attemptId(), left.leaseToken())).orders())
                    .containsExactly(new LeaseOrder(left.attemptId(), LeaseOrder.Order.STOP));
            assertThat(scene.attempts(run).getFirst().state()).isEqualTo(AttemptState.ABORTED);
            assertThat(node.await().stageId()).isEqualTo("track");
        }
    }

    @Test
    default void redoesAStageThatFailedForGood() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.leave(node.await(), "detections.csv", "first");
            node.fail(node.await(), "broken");
            assertThat(scene.show(run).state()).isEqualTo(RunState.FAILED);

            jump(scene, run, Jump.to("detect"));

            Assignment detect = node.await();
            assertThat(detect.stageId()).isEqualTo("detect");
            node.leave(detect, "detections.csv", "second");
            Assignment track = node.await();
            assertThat(track.files()).extracting(InputFile::sha256).containsExactly(WorkingNode.sha256("second"));
            node.succeed(track);
            assertThat(scene.show(run).state()).isEqualTo(RunState.WAITING);
        }
    }

    @Test
    default void leavesAForkTogetherAndRefusesToEnterOneBranch() {
        try (Scene scene = new Scene(server()).deployForked()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.succeed(node.await());
            node.begin(node.await());
            node.begin(node.await());
            jump(scene, run, Jump.to("prepare"));
            assertThat(scene.attempts(run).stream().map(AttemptView::state))
                    .startsWith(AttemptState.SUCCEEDED, AttemptState.ABORTED, AttemptState.ABORTED);

            assertThat(preview(scene, run, "left").nearest()).contains("fork");
            Answer refused = scene.caller.post(Paths.RUNS + "/" + run + "/jump", Jump.to("left"));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("one branch of the fork").contains("Go to \\\"fork\\\" instead");
            assertThat(preview(scene, run, "left").possible()).isFalse();
            jump(scene, run, Jump.to("fork"));
            node.succeed(node.await());
            node.succeed(node.await());
            node.succeed(node.await());
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void redoesOneBranchWhileTheOtherGoesOn() {
        try (Scene scene = new Scene(server()).deployForked()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.succeed(node.await());
            Assignment one = node.begin(node.await());
            Assignment other = node.begin(node.await());
            node.succeed(one);

            jump(scene, run, Jump.to(one.stageId()));

            Assignment again = node.begin(node.await());
            assertThat(again.stageId()).isEqualTo(one.stageId());
            node.succeed(other);
            assertThat(scene.state(run, "after")).isEqualTo(StepState.PENDING);
            node.succeed(again);
            node.succeed(node.await());
            assertThat(scene.show(run).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    default void skipsAStageAndPassesOnItsFiles() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            node.leave(node.await(), "detections.csv", "first");
            node.fail(node.await(), "broken");

            scene.caller.post(Paths.RUNS + "/" + run + "/steps/track/skip").as(RunView.class);

            assertThat(scene.state(run, "track")).isEqualTo(StepState.SUCCEEDED);
            assertThat(scene.show(run).state()).isEqualTo(RunState.WAITING);
            assertThat(scene.caller
                            .post(Paths.RUNS + "/" + run + "/steps/track/skip")
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    default void pausesAfterAStepAndGoesOnWithOtherVariables() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            scene.caller.post(Paths.RUNS + "/" + run + "/pause", new PauseRun(Optional.of("detect")));
            assertThat(scene.show(run).pauseAfter()).contains("detect");

            node.succeed(node.await());

            assertThat(scene.show(run).state()).isEqualTo(RunState.PAUSED);
            assertThat(scene.show(run).pauseAfter()).isEmpty();
            scene.caller.post(Paths.RUNS + "/" + run + "/resume", new ChangeVariables(Map.of("GAP", "3")));
            assertThat(node.await().environment()).containsEntry("GAP", "3");
        }
    }

    @Test
    default void startsARunAtAnyStageWithAChosenWorkspace() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID first = scene.start(project).id();
            Assignment detect = node.await();
            node.leave(detect, "detections.csv", "first");
            node.succeed(node.await());
            scene.decide(project, "approve");

            assertThat(startedAtTrack(scene, node, project, Optional.empty())).containsExactly("detections.csv");
            assertThat(startedAtTrack(scene, node, project, Optional.of(WorkspaceChoice.of(Source.EMPTY))))
                    .isEmpty();
            assertThat(startedAtTrack(
                            scene,
                            node,
                            project,
                            Optional.of(new WorkspaceChoice(Source.ATTEMPT, Optional.of(detect.attemptId())))))
                    .containsExactly("detections.csv");
            assertThat(scene.attempts(first)).hasSize(2);
        }
    }

    private static List<String> startedAtTrack(
            Scene scene, WorkingNode node, ProjectView project, Optional<WorkspaceChoice> workspace) {
        UUID run = scene.start(project, new StartRun(Map.of(), Optional.of("track"), workspace, Optional.of("track")))
                .id();
        Assignment track = node.await();
        assertThat(track.stageId()).isEqualTo("track");
        node.succeed(track);
        assertThat(scene.show(run).paused()).isTrue();
        scene.caller.post(Paths.RUNS + "/" + run + "/cancel");
        return workspace(track);
    }

    @Test
    default void keepsWhatAFailedStageLeftToBeLookedAtAndToGoOnFrom() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project()).id();
            Assignment failed = node.await();
            node.leave(failed, AttemptState.FAILED, "half.csv", "half");

            jump(
                    scene,
                    run,
                    new Jump(
                            "detect",
                            Map.of(),
                            Optional.of(new WorkspaceChoice(Source.ATTEMPT, Optional.of(failed.attemptId()))),
                            Optional.empty()));

            assertThat(workspace(node.await())).containsExactly("half.csv");
        }
    }

    @Test
    default void refusesStepsThatThePipelineLacks() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            UUID run = scene.start(scene.project()).id();

            Answer refused = scene.caller.post(Paths.RUNS + "/" + run + "/jump", Jump.to("paint"));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("no step").contains("detect, track, review");
        }
    }

    @Test
    default void runsAStageForEachItemOfAListAndPassesOnWhatAllOfThemLeft() {
        try (Scene scene = new Scene(server()).deployForEach(false)) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project(), StartRun.with(Map.of("VIDEOS", "a.mp4, b.mp4,c.mp4")))
                    .id();
            List<Assignment> items =
                    List.of(node.begin(node.await()), node.begin(node.await()), node.begin(node.await()));
            assertThat(items)
                    .extracting(item -> item.arguments().getFirst())
                    .containsExactlyInAnyOrder("a.mp4", "b.mp4", "c.mp4");

            items.forEach(item -> node.leave(item, item.arguments().getFirst() + ".csv", "of an item"));

            Assignment track = node.await();
            assertThat(workspace(track)).containsExactlyInAnyOrder("a.mp4.csv", "b.mp4.csv", "c.mp4.csv");
            assertThat(scene.show(run).variables()).containsOnlyKeys("VIDEOS");
            jump(scene, run, new Jump("detect", Map.of("VIDEOS", "d.mp4"), Optional.empty(), Optional.empty()));
            Assignment again = node.await();
            assertThat(again.arguments()).containsExactly("d.mp4");
            node.leave(again, "d.mp4.csv", "of another");
            assertThat(workspace(node.await())).containsExactly("d.mp4.csv");
        }
    }

    @Test
    default void tellsOfAFailedItemWhileOthersRun() {
        try (Scene scene = new Scene(server()).deployForEach(false)) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project(), StartRun.with(Map.of("VIDEOS", "a.mp4,b.mp4,c.mp4")))
                    .id();
            Assignment first = node.begin(node.await());
            Assignment second = node.begin(node.await());
            Assignment third = node.begin(node.await());

            node.fail(second, "broken");

            StepView step = scene.show(run).steps().getFirst();
            assertThat(step.state()).isEqualTo(StepState.FAILED);
            assertThat(step.latestAttempt()).hasValueSatisfying(attempt -> {
                assertThat(attempt.id()).isEqualTo(second.attemptId());
                assertThat(attempt.reason()).contains("broken");
            });
            scene.caller.post(Paths.RUNS + "/" + run + "/steps/detect/retry");
            List.of(first, third, node.await())
                    .forEach(item -> node.leave(item, item.arguments().getFirst() + ".csv", "of an item"));
            assertThat(workspace(node.await())).hasSize(3);
        }
    }

    @Test
    default void takesTheItemsOneByOneWhereThePipelineSaysSo() {
        try (Scene scene = new Scene(server()).deployForEach(true)) {
            WorkingNode node = scene.node();
            UUID run = scene.start(scene.project(), StartRun.with(Map.of("VIDEOS", "a.mp4\nb.mp4")))
                    .id();
            node.fail(node.await(), "broken");
            assertThat(scene.show(run).state()).isEqualTo(RunState.FAILED);

            scene.caller.post(Paths.RUNS + "/" + run + "/steps/detect/retry");

            node.leave(node.await(), "a.csv", "a");
            node.leave(node.await(), "b.csv", "b");
            assertThat(workspace(node.await())).containsExactlyInAnyOrder("a.csv", "b.csv");
        }
    }

    private static List<String> workspace(Assignment assignment) {
        return assignment.files().stream()
                .filter(file -> file.area() == Area.WORKSPACE)
                .map(InputFile::path)
                .toList();
    }

    private static JumpPreview preview(Scene scene, UUID run, String to) {
        return scene.caller.get(Paths.RUNS + "/" + run + "/jump?to=" + to).as(JumpPreview.class);
    }

    private static void jump(Scene scene, UUID run, Jump jump) {
        scene.caller.post(Paths.RUNS + "/" + run + "/jump", jump).as(RunView.class);
    }
}
