package dev.winslow.engine.http;

import static dev.winslow.engine.http.FilesContract.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.AddedFile;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.history.EventView;
import dev.winslow.api.lineage.FileOrigin;
import dev.winslow.api.lineage.Lineage;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.InputFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files that people add to the workspace of a step before its next attempt begins. */
interface StepFilesContract {
    ServerOnADatabase server();

    @Test
    default void givesTheNextAttemptOfAPausedRunWhatAPersonHasAdded() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = pausedBeforeTrack(scene, node, project);

            FileView added = add(scene, run, "track", "extra/zones.json", "added");
            FileView again = add(scene, run, "track", "extra/zones.json", "added");

            assertThat(again).isEqualTo(added);
            assertThat(list(scene, run, "track")).containsExactly(new AddedFile(added, "cli"));
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .listOf(EventView.class))
                    .extracting(event -> event.who() + " " + event.text())
                    .containsOnlyOnce("cli added extra/zones.json to the workspace of \"track\"");
            resume(scene, run);
            Assignment track = node.await();
            assertThat(workspace(track)).containsExactlyInAnyOrder("detections.csv", "extra/zones.json");
            node.leave(track, "tracks.csv", "tracks");
            Lineage lineage = scene.caller
                    .get(Paths.FILES + "/" + fileId(scene, project, "tracks.csv") + "/lineage")
                    .as(Lineage.class);
            assertThat(lineage.sources().files())
                    .filteredOn(file -> file.file().equals(added))
                    .singleElement()
                    .satisfies(file -> {
                        assertThat(file.origin()).isEqualTo(FileOrigin.ADDED);
                        assertThat(file.addedBy()).contains("cli");
                    });
        }
    }

    @Test
    default void putsAnAddedFileInThePlaceOfOneOfTheSamePathAlsoForARedo() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            node.leave(node.await(), "detections.csv", "detected");
            node.fail(node.await(), "broken");

            add(scene, run, "track", "detections.csv", "corrected");
            jump(scene, run, Jump.to("track"));

            Assignment redone = node.await();
            assertThat(digests(redone)).containsExactly(WorkingNode.sha256("corrected"));
            node.fail(redone, "broken again");
            scene.caller.post(Paths.RUNS + "/" + run + "/steps/track/retry");
            assertThat(digests(node.await())).containsExactly(WorkingNode.sha256("corrected"));
        }
    }

    @Test
    default void countsBesideAnyWorkspaceThatIsChosen() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = pausedBeforeTrack(scene, node, scene.project());
            add(scene, run, "track", "zones.json", "added");

            jump(scene, run, begin(WorkspaceChoice.Source.EMPTY));
            resume(scene, run);

            assertThat(workspace(node.await())).containsExactly("zones.json");
        }
    }

    @Test
    default void forgetsWhatWasAddedWhenTheRunComesAnew() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = pausedBeforeTrack(scene, node, scene.project());
            add(scene, run, "track", "zones.json", "added");

            jump(scene, run, Jump.to("detect"));
            resume(scene, run);
            node.leave(node.await(), "detections.csv", "anew");

            assertThat(workspace(node.await())).containsExactly("detections.csv");
            assertThat(list(scene, run, "track")).isEmpty();
        }
    }

    @Test
    default void passesOnWhatWasAddedWhereAPersonAnswers() {
        try (Scene scene = new Scene(server()).deployReviewedAndReported()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            node.leave(node.await(), "detections.csv", "detected");
            node.succeed(node.await());

            add(scene, run, "review", "remarks.txt", "added");
            scene.decide(project, "approve");

            assertThat(workspace(node.await())).contains("remarks.txt");
        }
    }

    @Test
    default void takesOutWhatWasAdded() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = pausedBeforeTrack(scene, node, project);
            add(scene, run, "track", "zones.json", "first");
            FileView added = add(scene, run, "track", "zones.json", "second");
            String address = steps(run, "track") + "/" + added.id();

            assertThat(scene.caller.delete(address).status()).isEqualTo(204);

            assertThat(list(scene, run, "track")).isEmpty();
            assertThat(scene.caller.delete(address).status()).isEqualTo(404);
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/files/" + added.id())
                            .status())
                    .isEqualTo(404);
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .listOf(EventView.class))
                    .extracting(EventView::text)
                    .contains("took zones.json out of the workspace of \"track\"");
            resume(scene, run);
            assertThat(workspace(node.await())).containsExactly("detections.csv");
        }
    }

    @Test
    default void keepsTheBytesOfWhatAnAttemptBeganWith() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = pausedBeforeTrack(scene, node, project);
            FileView added = add(scene, run, "track", "zones.json", "added");
            resume(scene, run);
            node.fail(node.await(), "broken");

            assertThat(scene.caller
                            .delete(steps(run, "track") + "/" + added.id())
                            .status())
                    .isEqualTo(204);

            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/files/" + added.id())
                            .status())
                    .isEqualTo(302);
            scene.caller.post(Paths.RUNS + "/" + run + "/steps/track/retry");
            assertThat(workspace(node.await())).containsExactly("detections.csv");
        }
    }

    @Test
    default void staysOutOfTheSameFilesThatAnAttemptBeganWith() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = pausedBeforeTrack(scene, node, scene.project());
            FileView zones = add(scene, run, "track", "zones.json", "added");
            FileView corrected = add(scene, run, "track", "detections.csv", "corrected");
            resume(scene, run);
            node.fail(node.await(), "broken");

            takeOut(scene, run, "track", zones);
            takeOut(scene, run, "track", corrected);
            jump(scene, run, begin(WorkspaceChoice.Source.SAME));

            assertThat(digests(node.await())).containsExactly(WorkingNode.sha256("detected"));
        }
    }

    @Test
    default void isTakenOutOfAWorkspaceThatWasChosenBefore() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = pausedBeforeTrack(scene, node, scene.project());
            FileView zones = add(scene, run, "track", "zones.json", "added");
            FileView corrected = add(scene, run, "track", "detections.csv", "corrected");
            resume(scene, run);
            node.fail(node.await(), "broken");
            scene.caller.post(Paths.RUNS + "/" + run + "/pause");
            jump(scene, run, begin(WorkspaceChoice.Source.SAME));

            takeOut(scene, run, "track", zones);
            takeOut(scene, run, "track", corrected);
            resume(scene, run);

            assertThat(digests(node.await())).containsExactly(WorkingNode.sha256("detected"));
        }
    }

    @Test
    default void losesWhatWasAddedWithItsProject() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = scene.project();
            UUID run = pausedBeforeTrack(scene, scene.node(), project);
            FileView added = add(scene, run, "track", "zones.json", "added");
            scene.cancel();

            assertThat(scene.caller.delete(Paths.PROJECTS + "/" + project.id()).status())
                    .isEqualTo(204);

            assertThat(scene.caller
                            .get(Paths.FILES + "/" + added.id() + "/lineage")
                            .status())
                    .isEqualTo(404);
            assertThat(server().watchedStore().store().buckets(SweepContract.bucket(project)))
                    .isEmpty();
        }
    }

    @Test
    default void goesOnWhereAServerDiedBetweenTheStorageAndTheRow() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = scene.project();
            UUID run = pausedBeforeTrack(scene, scene.node(), project);
            BeginUpload file = file("zones.json", "added");
            CompleteUpload sent = send(scene, steps(run, "track"), file, bytes("added"));
            server().watchedStore()
                    .store()
                    .completeUpload(SweepContract.bucket(project), sent.objectKey(), sent.uploadId(), sent.parts());

            UploadTicket next =
                    scene.caller.post(steps(run, "track") + "/uploads", file).as(UploadTicket.class);
            FileView added = scene.caller
                    .post(
                            steps(run, "track") + "/uploads/complete",
                            new CompleteUpload(file, next.objectKey(), next.uploadId(), List.of()))
                    .as(FileView.class);

            assertThat(next.objectKey()).isEqualTo(sent.objectKey());
            assertThat(next.parts()).isEmpty();
            assertThat(list(scene, run, "track")).extracting(AddedFile::file).containsExactly(added);
        }
    }

    static UUID pausedBeforeTrack(Scene scene, WorkingNode node, ProjectView project) {
        UUID run = scene.start(
                        project, new StartRun(Map.of(), Optional.empty(), Optional.empty(), Optional.of("detect")))
                .id();
        node.leave(node.await(), "detections.csv", "detected");
        assertThat(scene.show(run).state()).isEqualTo(RunState.PAUSED);
        return run;
    }

    static void resume(Scene scene, UUID run) {
        scene.caller.post(Paths.RUNS + "/" + run + "/resume", Map.of("variables", Map.of()));
    }

    private static void jump(Scene scene, UUID run, Jump jump) {
        assertThat(scene.caller.post(Paths.RUNS + "/" + run + "/jump", jump).status())
                .isEqualTo(200);
    }

    static Jump begin(WorkspaceChoice.Source source) {
        return new Jump("track", Map.of(), Optional.of(WorkspaceChoice.of(source)), Optional.empty());
    }

    static Answer begin(Scene scene, UUID run, String step, String path) {
        return scene.caller.post(steps(run, step) + "/uploads", file(path, "text"));
    }

    static void takeOut(Scene scene, UUID run, String step, FileView added) {
        assertThat(scene.caller.delete(steps(run, step) + "/" + added.id()).status())
                .isEqualTo(204);
    }

    static FileView add(Scene scene, UUID run, String step, String path, String text) {
        String at = steps(run, step);
        return scene.caller
                .post(at + "/uploads/complete", send(scene, at, file(path, text), bytes(text)))
                .as(FileView.class);
    }

    static List<AddedFile> list(Scene scene, UUID run, String step) {
        return scene.caller.get(steps(run, step)).listOf(AddedFile.class);
    }

    private static UUID fileId(Scene scene, ProjectView project, String path) {
        return scene
                .caller
                .get(Paths.PROJECTS + "/" + project.id() + "/files?area=WORKSPACE")
                .listOf(FileView.class)
                .stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .id();
    }

    static String steps(UUID run, String step) {
        return Paths.STEP_FILES.replace("{id}", run.toString()).replace("{stepId}", step);
    }

    static BeginUpload file(String path, String text) {
        return new BeginUpload(path, bytes(text).length, WorkingNode.sha256(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> workspace(Assignment assignment) {
        return assignment.files().stream()
                .filter(file -> file.area() == Area.WORKSPACE)
                .map(InputFile::path)
                .toList();
    }

    private static List<String> digests(Assignment assignment) {
        return assignment.files().stream().map(InputFile::sha256).toList();
    }
}
