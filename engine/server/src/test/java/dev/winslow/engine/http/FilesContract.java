package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.ProducedFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Files: sent by people, left by stages, fetched by both. */
interface FilesContract {
    byte[] BYTES = "a film of a crossing".getBytes(StandardCharsets.UTF_8);

    ServerOnADatabase server();

    @Test
    default void findsFilesOfTheSameBytesByAnIndex() throws SQLException {
        try (Connection connection =
                        server().context().getBean(DataSource.class).getConnection();
                ResultSet columns = connection
                        .getMetaData()
                        .getIndexInfo(
                                null,
                                null,
                                connection.getMetaData().storesUpperCaseIdentifiers() ? "ARTIFACT" : "artifact",
                                false,
                                true)) {
            List<String> ofObject = new ArrayList<>();
            while (columns.next()) {
                if ("artifact_of_object".equalsIgnoreCase(columns.getString("INDEX_NAME"))) {
                    ofObject.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }

            assertThat(ofObject).containsExactly("bucket", "object_key");
        }
    }

    @Test
    default void takesAFileAndGivesItBack() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = Paths.PROJECTS + "/" + scene.project().id();
            BeginUpload file = new BeginUpload("videos/a.mp4", BYTES.length, sha256(BYTES));
            CompleteUpload sent = send(scene, project, file);

            FileView uploaded =
                    scene.caller.post(project + "/uploads/complete", sent).as(FileView.class);
            FileView again =
                    scene.caller.post(project + "/uploads/complete", sent).as(FileView.class);

            assertThat(again).isEqualTo(uploaded);
            assertThat(scene.caller.get(project + "/files?area=INPUT").listOf(FileView.class))
                    .containsExactly(uploaded);
            Answer download = scene.caller.get(project + "/files/" + uploaded.id());
            assertThat(download.status()).isEqualTo(302);
            assertThat(Caller.fetch(URI.create(download.header("Location"))).body())
                    .isEqualTo("a film of a crossing");
            assertThat(scene.caller.get(project + "/history").listOf(EventView.class))
                    .extracting(EventView::text)
                    .startsWith("uploaded videos/a.mp4")
                    .hasSize(2);
        }
    }

    @Test
    default void sendsNothingTwice() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = Paths.PROJECTS + "/" + scene.project().id();
            BeginUpload file = new BeginUpload("a.mp4", BYTES.length, sha256(BYTES));
            scene.caller.post(project + "/uploads/complete", send(scene, project, file));

            UploadTicket ticket = scene.caller
                    .post(project + "/uploads", new BeginUpload("b.mp4", BYTES.length, sha256(BYTES)))
                    .as(UploadTicket.class);

            assertThat(ticket.parts()).isEmpty();
        }
    }

    @Test
    default void refusesBytesThatAreNotThoseThatWereSaidAndTakesTheRightOnesAfterwards() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = Paths.PROJECTS + "/" + scene.project().id();
            byte[] others = "A FILM OF A CROSSING".getBytes(StandardCharsets.UTF_8);
            BeginUpload file = new BeginUpload("a.mp4", BYTES.length, sha256(BYTES));

            Answer wrong = scene.caller.post(project + "/uploads/complete", send(scene, project, file, others));

            assertThat(wrong.status()).isEqualTo(409);
            assertThat(wrong.body()).contains("a.mp4", sha256(others), sha256(BYTES));
            assertThat(scene.caller.get(project + "/files?area=INPUT").listOf(FileView.class))
                    .isEmpty();
            assertThat(scene.caller
                            .post(project + "/uploads/complete", send(scene, project, file))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    default void refusesToEndAnUploadAsAnotherThanWasBegun() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = Paths.PROJECTS + "/" + scene.project().id();
            CompleteUpload sent = send(scene, project, new BeginUpload("a.mp4", BYTES.length, sha256(BYTES)));
            BeginUpload other = new BeginUpload("a.mp4", BYTES.length, "0".repeat(64));

            assertThat(scene.caller
                            .post(
                                    project + "/uploads/complete",
                                    new CompleteUpload(other, sent.objectKey(), sent.uploadId(), sent.parts()))
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    default void sharesNoBytesThatAreTooManyToBeChecked() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = Paths.PROJECTS + "/" + scene.project().id();
            byte[] many = new byte[(1 << 20) + 1];
            BeginUpload file = new BeginUpload("large.mp4", many.length, "0".repeat(64));
            CompleteUpload sent = send(scene, project, file, many);

            FileView first =
                    scene.caller.post(project + "/uploads/complete", sent).as(FileView.class);

            assertThat(scene.caller.post(project + "/uploads/complete", sent).as(FileView.class))
                    .isEqualTo(first);
            assertThat(scene.caller
                            .post(project + "/uploads", file)
                            .as(UploadTicket.class)
                            .parts())
                    .isNotEmpty();
        }
    }

    @Test
    default void refusesToEndAnUploadWhoseBytesHaveNotArrived() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = Paths.PROJECTS + "/" + scene.project().id();
            BeginUpload file = new BeginUpload("a.mp4", BYTES.length, sha256(BYTES));
            UploadTicket ticket = scene.caller.post(project + "/uploads", file).as(UploadTicket.class);

            Answer answer = scene.caller.post(
                    project + "/uploads/complete",
                    new CompleteUpload(file, ticket.objectKey(), ticket.uploadId(), List.of()));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("have arrived");
        }
    }

    @Test
    default void refusesAPathThatLeadsOut() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = Paths.PROJECTS + "/" + scene.project().id();

            assertThat(scene.caller
                            .post(project + "/uploads", new BeginUpload("../a.mp4", 1, sha256(BYTES)))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    default void givesNoFileOfAnotherProject() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String mine = Paths.PROJECTS + "/" + scene.project().id();
            String other = Paths.PROJECTS + "/" + scene.project().id();
            BeginUpload file = new BeginUpload("a.mp4", BYTES.length, sha256(BYTES));
            FileView uploaded = scene.caller
                    .post(mine + "/uploads/complete", send(scene, mine, file))
                    .as(FileView.class);

            assertThat(scene.caller.get(other + "/files/" + uploaded.id()).status())
                    .isEqualTo(404);
        }
    }

    @Test
    default void keepsWhatAStageLeavesAndShowsItToTheNext() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            Assignment detect = node.await();
            ProducedFile left = new ProducedFile(Area.WORKSPACE, "detections.csv", BYTES.length, sha256(BYTES));

            Answer tooEarly = node.succeed(detect, left);
            node.send(detect, left, BYTES);

            assertThat(tooEarly.status()).isEqualTo(409);
            assertThat(tooEarly.json().path("errors").toString()).contains("detections.csv");
            assertThat(node.succeed(detect, left).status()).isEqualTo(204);
            assertThat(node.await().files()).singleElement().satisfies(file -> {
                assertThat(file.path()).isEqualTo("detections.csv");
                assertThat(Caller.fetch(file.url()).body()).isEqualTo("a film of a crossing");
            });
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/files?area=WORKSPACE&run=" + run)
                            .listOf(FileView.class))
                    .extracting(FileView::path)
                    .containsExactly("detections.csv");
        }
    }

    /** A film of the pool. */
    static FileView inPool(Scene scene, String path) {
        return inPool(scene, path, BYTES);
    }

    static FileView inPool(Scene scene, String path, byte[] bytes) {
        BeginUpload film = new BeginUpload(path, bytes.length, sha256(bytes));
        return scene.caller
                .post(Paths.POOL + "/uploads/complete", send(scene, Paths.POOL, film, bytes))
                .as(FileView.class);
    }

    static CompleteUpload send(Scene scene, String project, BeginUpload file) {
        return send(scene, project, file, BYTES);
    }

    static CompleteUpload send(Scene scene, String project, BeginUpload file, byte[] bytes) {
        UploadTicket ticket = scene.caller.post(project + "/uploads", file).as(UploadTicket.class);
        List<SentPart> parts = ticket.parts().stream()
                .map(part -> new SentPart(
                        part.number(),
                        Caller.put(part.url(), bytes).header("ETag").replace("\"", "")))
                .toList();
        return new CompleteUpload(file, ticket.objectKey(), ticket.uploadId(), parts);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
