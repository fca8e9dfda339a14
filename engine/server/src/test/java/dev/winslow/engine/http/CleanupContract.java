package dev.winslow.engine.http;

import static dev.winslow.engine.http.FilesContract.BYTES;
import static dev.winslow.engine.http.FilesContract.send;
import static dev.winslow.engine.http.FilesContract.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.CleanUpReport;
import dev.winslow.api.project.ProjectUsage;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.project.StepUsage;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.ProducedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What projects occupy, and what a person frees of it. */
interface CleanupContract {
    byte[] OTHER = "another film".getBytes(StandardCharsets.UTF_8);
    CleanUp KEEP_LAST = new CleanUp(Optional.of(1), false, false, false);
    CleanUp FAILED = new CleanUp(Optional.empty(), true, false, false);

    ServerOnADatabase server();

    @Test
    default void countsWhatAProjectOccupiesStageByStageAndSharedBytesOnce() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            String path = path(project);
            scene.caller.post(
                    path + "/uploads/complete",
                    send(scene, path, new BeginUpload("a.mp4", BYTES.length, sha256(BYTES))));
            scene.start(project);
            Assignment detect = node.await();
            node.send(detect, file("detections.csv", OTHER), OTHER);
            node.succeed(detect, file("detections.csv", OTHER), file("copy-of-a.mp4", BYTES));
            Assignment track = node.await();
            node.succeed(track, file("detections.csv", OTHER), file("renamed.csv", OTHER));

            ProjectUsage usage = scene.caller.get(path + "/usage").as(ProjectUsage.class);

            assertThat(usage.bytes()).isEqualTo(BYTES.length + OTHER.length);
            assertThat(usage.files()).isEqualTo(4);
            assertThat(usage.steps())
                    .containsExactly(
                            new StepUsage(Optional.empty(), 0, 1, BYTES.length),
                            new StepUsage(Optional.of("detect"), 1, 2, OTHER.length),
                            new StepUsage(Optional.of("track"), 1, 1, 0));
        }
    }

    @Test
    default void freesWhatOlderAttemptsLeftAndKeepsWhatTheNextStepStartsFrom() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = scene.project();
            Redone redone = redo(scene, project);

            CleanUpReport would = clean(scene, project, new CleanUp(Optional.of(1), false, false, true));
            assertThat(fetch(redone.first())).isEqualTo("a film of a crossing");
            CleanUpReport did = clean(scene, project, KEEP_LAST);

            assertThat(would.dryRun()).isTrue();
            assertThat(did).isEqualTo(new CleanUpReport(false, would.files(), would.bytes(), would.steps()));
            assertThat(did.bytes()).isEqualTo(BYTES.length);
            assertThat(did.steps()).containsExactly(new StepUsage(Optional.of("detect"), 1, 1, BYTES.length));
            assertThat(Caller.fetch(redone.first().url()).status()).isEqualTo(404);
            assertThat(clean(scene, project, KEEP_LAST).files()).isZero();
            assertThat(redone.node()
                            .succeed(redone.track(), file("detections.csv", OTHER))
                            .status())
                    .isEqualTo(204);
            assertThat(scene.caller.get(path(project) + "/files?area=WORKSPACE").listOf(FileView.class))
                    .singleElement()
                    .satisfies(file -> assertThat(scene.caller
                                    .get(path(project) + "/files/" + file.id())
                                    .status())
                            .isEqualTo(302));
        }
    }

    @Test
    default void keepsWhatTheNewestCompletionLeftThoughALaterAttemptFailed() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            Assignment detect = node.await();
            node.send(detect, file("detections.csv", BYTES), BYTES);
            node.succeed(detect, file("detections.csv", BYTES));
            Assignment track = node.await();
            scene.caller
                    .post(Paths.RUNS + "/" + run + "/jump", Jump.to("detect"))
                    .as(RunView.class);
            node.fail(node.await(), "It failed.");

            CleanUpReport report = clean(scene, project, new CleanUp(Optional.of(1), true, true, false));

            assertThat(report.files()).isZero();
            assertThat(fetch(track.files().getFirst())).isEqualTo("a film of a crossing");
        }
    }

    @Test
    default void beginsNoStepWithAWorkspaceThatWasCleanedUp() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = scene.project();
            redo(scene, project);
            UUID run = scene.caller
                    .get(path(project) + "/runs")
                    .listOf(RunView.class)
                    .getFirst()
                    .id();
            AttemptView first = scene.attempts(run).getFirst();
            clean(scene, project, KEEP_LAST);

            Answer jump = scene.caller.post(
                    Paths.RUNS + "/" + run + "/jump",
                    new Jump(
                            "track",
                            Map.of(),
                            Optional.of(new WorkspaceChoice(WorkspaceChoice.Source.ATTEMPT, Optional.of(first.id()))),
                            Optional.empty()));

            assertThat(jump.status()).isEqualTo(409);
            assertThat(jump.body()).contains("cleaned up, such as detections.csv");
        }
    }

    @Test
    default void sharesNoBytesThatAreGone() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = scene.project();
            redo(scene, project);
            BeginUpload again = new BeginUpload("again.mp4", BYTES.length, sha256(BYTES));
            UploadTicket shared =
                    scene.caller.post(path(project) + "/uploads", again).as(UploadTicket.class);

            clean(scene, project, KEEP_LAST);

            assertThat(shared.parts()).isEmpty();
            assertThat(scene.caller
                            .post(
                                    path(project) + "/uploads/complete",
                                    new dev.winslow.api.artifact.CompleteUpload(
                                            again, shared.objectKey(), "", List.of()))
                            .status())
                    .isEqualTo(409);
            assertThat(scene.caller
                            .post(path(project) + "/uploads", again)
                            .as(UploadTicket.class)
                            .parts())
                    .isNotEmpty();
        }
    }

    @Test
    default void sharesNoBytesThatGoWhileAnUploadEnds() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = scene.project();
            Redone redone = redo(scene, project);
            BeginUpload again = new BeginUpload("again.mp4", BYTES.length, sha256(BYTES));
            UploadTicket shared =
                    scene.caller.post(path(project) + "/uploads", again).as(UploadTicket.class);
            var complete = new dev.winslow.api.artifact.CompleteUpload(again, shared.objectKey(), "", List.of());

            // Between the look whether the bytes are there and the writing of their name.
            server().watchedStore().after("find", project(project), () -> clean(scene, project, KEEP_LAST));
            Answer ended = scene.caller.post(path(project) + "/uploads/complete", complete);

            assertThat(ended.status()).isEqualTo(409);
            assertThat(Caller.fetch(redone.first().url()).status()).isEqualTo(404);
        }
    }

    @Test
    default void freesWhatPeopleAddedOnceItsRunHasEndedAndAnotherIsTheLatest() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = StepFilesContract.pausedBeforeTrack(scene, node, project);
            FileView added = StepFilesContract.add(scene, run, "track", "zones.json", "added");
            StepFilesContract.resume(scene, run);
            node.fail(node.await(), "broken");
            scene.cancel();

            CleanUpReport latest = clean(scene, project, FAILED);
            scene.start(project);
            CleanUpReport earlier = clean(scene, project, FAILED);

            assertThat(latest.files()).isZero();
            assertThat(earlier.steps()).containsExactly(new StepUsage(Optional.of("track"), 0, 1, added.size()));
            assertThat(scene.caller.get(path(project) + "/files/" + added.id()).status())
                    .isEqualTo(404);
        }
    }

    @Test
    default void freesWhatPeopleTookOutOnceNothingWouldBeginWithIt() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = StepFilesContract.pausedBeforeTrack(scene, node, project);
            FileView added = StepFilesContract.add(scene, run, "track", "zones.json", "added");
            StepFilesContract.resume(scene, run);
            node.fail(node.await(), "broken");
            StepFilesContract.takeOut(scene, run, "track", added);

            CleanUpReport last = clean(scene, project, FAILED);
            scene.caller.post(Paths.RUNS + "/" + run + "/steps/track/retry");
            node.fail(node.await(), "broken again");
            CleanUpReport earlier = clean(scene, project, FAILED);

            assertThat(last.files()).isZero();
            assertThat(earlier.bytes()).isEqualTo(added.size());
        }
    }

    @Test
    default void refusesARuleThatNamesNothing() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();

            assertThat(scene.caller
                            .post(path(project) + "/cleanup", new CleanUp(Optional.empty(), false, false, false))
                            .status())
                    .isEqualTo(422);
            assertThat(scene.caller
                            .post(path(project) + "/cleanup", new CleanUp(Optional.of(0), true, false, false))
                            .status())
                    .isEqualTo(422);
        }
    }

    /** The first round's detection, no longer anything's start, and the second round's, from which tracking goes on. */
    private static Redone redo(Scene scene, ProjectView project) {
        WorkingNode node = scene.node();
        scene.start(project);
        Assignment first = node.await();
        node.send(first, file("detections.csv", BYTES), BYTES);
        node.succeed(first, file("detections.csv", BYTES));
        Assignment tracked = node.await();
        node.succeed(tracked);
        scene.decide(project, "redo");
        Assignment second = node.await();
        node.send(second, file("detections.csv", OTHER), OTHER);
        node.succeed(second, file("detections.csv", OTHER));
        return new Redone(node, tracked.files().getFirst(), node.await());
    }

    /** What tracking started from at first, and its present attempt. */
    record Redone(WorkingNode node, InputFile first, Assignment track) {}

    private static CleanUpReport clean(Scene scene, ProjectView project, CleanUp rule) {
        return scene.caller.post(path(project) + "/cleanup", rule).as(CleanUpReport.class);
    }

    private static String fetch(InputFile file) {
        return Caller.fetch(file.url()).body();
    }

    private static String project(ProjectView project) {
        return "winslow-p-" + project.id();
    }

    private static String path(ProjectView project) {
        return Paths.PROJECTS + "/" + project.id();
    }

    private static ProducedFile file(String name, byte[] bytes) {
        return new ProducedFile(Area.WORKSPACE, name, bytes.length, sha256(bytes));
    }
}
