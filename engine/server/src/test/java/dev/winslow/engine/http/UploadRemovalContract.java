package dev.winslow.engine.http;

import static dev.winslow.engine.http.FilesContract.BYTES;
import static dev.winslow.engine.http.FilesContract.inPool;
import static dev.winslow.engine.http.FilesContract.send;
import static dev.winslow.engine.http.FilesContract.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.LinkFile;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectUsage;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.worker.Assignment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was uploaded by mistake goes again. */
interface UploadRemovalContract {
    ServerOnADatabase server();

    @Test
    default void takesAnUploadAwayWithItsBytesAndWhatHadItsNameBefore() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = path(scene.project());
            FileView first = upload(scene, project, "a.mp4", BYTES);
            FileView second = upload(scene, project, "a.mp4", "another film".getBytes(StandardCharsets.UTF_8));
            FileView other = upload(scene, project, "b.mp4", "a third film".getBytes(StandardCharsets.UTF_8));
            URI earlier = address(scene, project, first);
            URI latest = address(scene, project, second);

            assertThat(scene.caller.delete(project + "/files/" + second.id()).status())
                    .isEqualTo(204);

            assertThat(inputs(scene, project)).containsExactly(other);
            assertThat(Caller.fetch(earlier).status()).isEqualTo(404);
            assertThat(Caller.fetch(latest).status()).isEqualTo(404);
            assertThat(Caller.fetch(address(scene, project, other)).status()).isEqualTo(200);
            assertThat(scene.caller
                            .get(project + "/usage")
                            .as(ProjectUsage.class)
                            .files())
                    .isEqualTo(1);
            assertThat(scene.caller.get(project + "/history").listOf(EventView.class))
                    .extracting(EventView::text)
                    .contains("removed a.mp4");
            assertThat(scene.caller.delete(project + "/files/" + second.id()).status())
                    .isEqualTo(404);
            assertThat(upload(scene, project, "a.mp4", BYTES).path()).isEqualTo("a.mp4");
        }
    }

    @Test
    default void keepsBytesThatAnotherFileHas() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = path(scene.project());
            FileView one = upload(scene, project, "a.mp4", BYTES);
            FileView same = upload(scene, project, "b.mp4", BYTES);

            scene.caller.delete(project + "/files/" + one.id());

            assertThat(Caller.fetch(address(scene, project, same)).body()).isEqualTo("a film of a crossing");
        }
    }

    @Test
    default void keepsWhatARunOnItsWayWorksWithUntilItHasEnded() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView view = scene.project();
            String project = path(view);
            FileView film = upload(scene, project, "a.mp4", BYTES);
            UUID run = scene.start(view).id();
            Answer queued = scene.caller.delete(project + "/files/" + film.id());
            Assignment detect = node.await();
            FileView late = upload(scene, project, "late.mp4", "a late film".getBytes(StandardCharsets.UTF_8));
            Answer notTaken = scene.caller.delete(project + "/files/" + late.id());
            node.succeed(detect);
            Assignment track = node.await();

            Answer refused = scene.caller.delete(project + "/files/" + film.id());

            assertThat(queued.status()).isEqualTo(409);
            assertThat(notTaken.status()).isEqualTo(204);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("a.mp4 may be in use by run " + run);
            assertThat(track.files()).extracting(file -> file.path()).containsExactly("a.mp4");
            scene.caller.post(Paths.RUNS + "/" + run + "/cancel");
            assertThat(scene.caller.delete(project + "/files/" + film.id()).status())
                    .isEqualTo(204);
            assertThat(scene.caller
                            .get(Paths.FILES + "/" + film.id() + "/lineage")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    default void givesAFileOfThePoolBackWhichCanThenBeDeletedThere() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = path(scene.project());
            FileView pooled = inPool(scene, "pool-" + UUID.randomUUID() + ".mp4");
            FileView linked = scene.caller
                    .post(project + "/files", new LinkFile(pooled.id()))
                    .as(FileView.class);
            URI bytes = address(scene, project, linked);

            assertThat(scene.caller.delete(project + "/files/" + linked.id()).status())
                    .isEqualTo(204);

            assertThat(inputs(scene, project)).isEmpty();
            assertThat(Caller.fetch(bytes).status()).isEqualTo(200);
            assertThat(scene.caller.delete(Paths.POOL + "/files/" + pooled.id()).status())
                    .isEqualTo(204);
            assertThat(Caller.fetch(bytes).status()).isEqualTo(404);
        }
    }

    @Test
    default void takesNothingAwayThatAStageLeftOrThatIsAnotherProjects() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView view = scene.project();
            String project = path(view);
            String other = path(scene.project());
            FileView film = upload(scene, project, "a.mp4", BYTES);
            scene.start(view);
            node.leave(node.await(), "detections.csv", "1,2");
            FileView left = scene.caller
                    .get(project + "/files?area=WORKSPACE")
                    .listOf(FileView.class)
                    .getFirst();

            assertThat(scene.caller.delete(project + "/files/" + left.id()).status())
                    .isEqualTo(404);
            assertThat(scene.caller.delete(other + "/files/" + film.id()).status())
                    .isEqualTo(404);
            assertThat(inputs(scene, project)).containsExactly(film);
        }
    }

    private static FileView upload(Scene scene, String project, String path, byte[] bytes) {
        BeginUpload file = new BeginUpload(path, bytes.length, sha256(bytes));
        return scene.caller
                .post(project + "/uploads/complete", send(scene, project, file, bytes))
                .as(FileView.class);
    }

    private static List<FileView> inputs(Scene scene, String project) {
        return scene.caller.get(project + "/files?area=INPUT").listOf(FileView.class);
    }

    private static URI address(Scene scene, String project, FileView file) {
        return URI.create(scene.caller.get(project + "/files/" + file.id()).header("Location"));
    }

    private static String path(ProjectView project) {
        return Paths.PROJECTS + "/" + project.id();
    }
}
