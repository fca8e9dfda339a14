package dev.winslow.engine.http;

import static dev.winslow.engine.http.FilesContract.send;
import static dev.winslow.engine.http.StepFilesContract.add;
import static dev.winslow.engine.http.StepFilesContract.begin;
import static dev.winslow.engine.http.StepFilesContract.bytes;
import static dev.winslow.engine.http.StepFilesContract.file;
import static dev.winslow.engine.http.StepFilesContract.list;
import static dev.winslow.engine.http.StepFilesContract.pausedBeforeTrack;
import static dev.winslow.engine.http.StepFilesContract.resume;
import static dev.winslow.engine.http.StepFilesContract.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.api.worker.Assignment;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files for a step that nobody may add, or that lie nowhere. */
interface StepFilesRefusedContract {
    ServerOnADatabase server();

    @Test
    default void refusesAWorkspaceBesideWhichWhatWasAddedCannotLie() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            ProjectView project = scene.project();
            UUID run = pausedBeforeTrack(scene, scene.node(), project);
            String path = Paths.PROJECTS + "/" + project.id();
            scene.caller
                    .post(path + "/uploads/complete", send(scene, path, file("zones", "upload"), bytes("upload")))
                    .as(FileView.class);
            add(scene, run, "track", "zones/north.json", "added");

            Answer refused = scene.caller.post(Paths.RUNS + "/" + run + "/jump", begin(WorkspaceChoice.Source.UPLOADS));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body())
                    .contains("zones/north.json cannot lie in this workspace beside zones")
                    .contains("take zones/north.json out of the step");
            resume(scene, run);
        }
    }

    @Test
    default void refusesFilesForAStepThatRunsAndTakesTheSameUploadOnceItWaits() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = pausedBeforeTrack(scene, node, scene.project());
            CompleteUpload sent = send(scene, steps(run, "track"), file("zones.json", "added"), bytes("added"));
            resume(scene, run);
            Assignment track = node.begin(node.await());

            Answer late = scene.caller.post(steps(run, "track") + "/uploads/complete", sent);
            Answer begun = scene.caller.post(steps(run, "track") + "/uploads", file("more.json", "more"));

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body()).contains("is running").contains("Abort it, add the file, and retry it");
            assertThat(begun.status()).isEqualTo(409);
            assertThat(list(scene, run, "track")).isEmpty();
            node.fail(track, "broken");
            assertThat(scene.caller
                            .post(steps(run, "track") + "/uploads/complete", sent)
                            .status())
                    .isEqualTo(200);
            assertThat(list(scene, run, "track")).hasSize(1);
        }
    }

    @Test
    default void refusesFilesForStepsAtWhichTheRunDoesNotStand() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            UUID run = pausedBeforeTrack(scene, node, scene.project());

            Answer elsewhere = scene.caller.post(steps(run, "review") + "/uploads", file("a.json", "a"));
            Answer nowhere = scene.caller.post(steps(run, "paint") + "/uploads", file("a.json", "a"));
            scene.cancel();
            Answer ended = scene.caller.post(steps(run, "track") + "/uploads", file("a.json", "a"));

            assertThat(elsewhere.status()).isEqualTo(409);
            assertThat(elsewhere.body())
                    .contains("does not stand at \\\"Review\\\", but at \\\"track\\\"")
                    .contains("pause before \\\"Review\\\"");
            assertThat(nowhere.status()).isEqualTo(404);
            assertThat(nowhere.body()).contains("no step \\\"paint\\\"");
            assertThat(ended.status()).isEqualTo(409);
            assertThat(ended.body()).contains("has ended").contains("Upload the file into the project");
        }
    }

    @Test
    default void refusesPathsThatCannotLieInTheWorkspace() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            UUID run = pausedBeforeTrack(scene, scene.node(), scene.project());

            assertThat(scene.caller
                            .post(steps(run, "track") + "/uploads", file("../a.json", "a"))
                            .status())
                    .isEqualTo(422);
            assertThat(scene.caller
                            .post(steps(run, "track") + "/uploads", file(".checkpoint/a.json", "a"))
                            .status())
                    .isEqualTo(422);
            Answer folder = scene.caller.post(steps(run, "track") + "/uploads", file("detections.csv/a", "a"));
            assertThat(folder.status()).isEqualTo(409);
            assertThat(folder.body()).contains("beside detections.csv");
        }
    }

    @Test
    default void sharesNoAddedBytesThatAreTooManyToBeChecked() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            UUID run = pausedBeforeTrack(scene, scene.node(), scene.project());
            byte[] many = new byte[(1 << 20) + 1];
            BeginUpload file = new BeginUpload("large.bin", many.length, "0".repeat(64));
            scene.caller.post(steps(run, "track") + "/uploads/complete", send(scene, steps(run, "track"), file, many));

            UploadTicket ticket =
                    scene.caller.post(steps(run, "track") + "/uploads", file).as(UploadTicket.class);

            assertThat(list(scene, run, "track")).hasSize(1);
            assertThat(ticket.parts()).isNotEmpty();
        }
    }
}
