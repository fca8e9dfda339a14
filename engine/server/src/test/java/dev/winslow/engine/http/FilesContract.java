package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.LinkFile;
import dev.winslow.api.artifact.MoveFile;
import dev.winslow.api.artifact.PoolUser;
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

    @Test
    default void givesAFileOfThePoolToAProjectWithoutCopyingIt() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            String files = Paths.PROJECTS + "/" + project.id() + "/files";
            BeginUpload film = new BeginUpload("shared.mp4", BYTES.length, sha256(BYTES));
            FileView pooled = scene.caller
                    .post(Paths.POOL + "/uploads/complete", send(scene, Paths.POOL, film))
                    .as(FileView.class);

            FileView linked =
                    scene.caller.post(files, new LinkFile(pooled.id())).as(FileView.class);
            FileView again = scene.caller.post(files, new LinkFile(pooled.id())).as(FileView.class);
            scene.start(project);

            assertThat(again).isEqualTo(linked);
            assertThat(linked.path()).isEqualTo("shared.mp4");
            assertThat(node.await().files()).anySatisfy(file -> {
                assertThat(file.path()).isEqualTo("shared.mp4");
                assertThat(Caller.fetch(file.url()).body()).isEqualTo("a film of a crossing");
            });
            assertThat(scene.caller.post(files, new LinkFile(linked.id())).status())
                    .isEqualTo(404);
        }
    }

    @Test
    default void sendsAFileOfThePoolAnewWhereAProjectUploadsIt() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = Paths.PROJECTS + "/" + scene.project().id();
            BeginUpload film = new BeginUpload("pool-" + UUID.randomUUID() + ".mp4", BYTES.length, sha256(BYTES));
            FileView pooled = scene.caller
                    .post(Paths.POOL + "/uploads/complete", send(scene, Paths.POOL, film))
                    .as(FileView.class);
            scene.caller.post(project + "/files", new LinkFile(pooled.id()));

            Answer uploaded = scene.caller.post(
                    project + "/uploads/complete",
                    send(scene, project, new BeginUpload("own.mp4", BYTES.length, sha256(BYTES))));

            assertThat(uploaded.status()).isEqualTo(200);
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

    @Test
    default void deletesAFileOfThePoolOnlyOnceNobodyHasIt() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String pool = Paths.POOL + "/files/";
            BeginUpload film = new BeginUpload("pool-" + UUID.randomUUID() + ".mp4", BYTES.length, sha256(BYTES));
            FileView pooled = scene.caller
                    .post(Paths.POOL + "/uploads/complete", send(scene, Paths.POOL, film))
                    .as(FileView.class);
            scene.caller.post(Paths.PROJECTS + "/" + project.id() + "/files", new LinkFile(pooled.id()));
            URI address = URI.create(scene.caller.get(pool + pooled.id()).header("Location"));

            Answer refused = scene.caller.delete(pool + pooled.id());

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("is used by " + project.name());
            assertThat(scene.caller.get(pool + pooled.id() + "/users").listOf(PoolUser.class))
                    .containsExactly(new PoolUser(project.id(), project.name()));
            scene.caller.delete(Paths.PROJECTS + "/" + project.id());
            assertThat(Caller.fetch(address).status()).isEqualTo(200);
            assertThat(scene.caller.delete(pool + pooled.id()).status()).isEqualTo(204);
            assertThat(Caller.fetch(address).status()).isEqualTo(404);
            assertThat(scene.caller.delete(pool + pooled.id()).status()).isEqualTo(404);
            assertThat(scene.caller.get(pool + pooled.id() + "/users").status()).isEqualTo(404);
        }
    }

    @Test
    default void movesAFileOfThePoolAndLeavesTheOneThatAProjectHas() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String files = Paths.PROJECTS + "/" + project.id() + "/files";
            String folder = "moved-" + UUID.randomUUID();
            FileView older = inPool(scene, folder + "/a.mp4", "older".getBytes(StandardCharsets.UTF_8));
            FileView pooled = inPool(scene, folder + "/a.mp4");
            FileView other = inPool(scene, folder + "/other.mp4");
            scene.caller.post(files, new LinkFile(pooled.id()));

            FileView moved = scene.caller
                    .patch(Paths.POOL + "/files/" + pooled.id(), new MoveFile(folder + "/x/b.mp4"))
                    .as(FileView.class);
            Answer again = scene.caller.patch(Paths.POOL + "/files/" + pooled.id(), new MoveFile(moved.path()));
            Answer taken = scene.caller.patch(Paths.POOL + "/files/" + pooled.id(), new MoveFile(other.path()));
            Answer bad = scene.caller.patch(Paths.POOL + "/files/" + pooled.id(), new MoveFile("../b.mp4"));

            assertThat(moved.id()).isEqualTo(pooled.id());
            assertThat(again.as(FileView.class)).isEqualTo(moved);
            assertThat(scene.caller.get(Paths.POOL + "/files").listOf(FileView.class))
                    .filteredOn(file -> file.path().startsWith(folder))
                    .containsExactly(other, moved);
            assertThat(scene.caller.get(Paths.POOL + "/files/" + older.id()).status())
                    .isEqualTo(302);
            assertThat(scene.caller.get(files + "?area=INPUT").listOf(FileView.class))
                    .extracting(FileView::path)
                    .containsExactly(folder + "/a.mp4");
            assertThat(taken.status()).isEqualTo(409);
            assertThat(taken.body()).contains("There is a file " + other.path());
            assertThat(bad.status()).isEqualTo(422);
            assertThat(scene.caller
                            .patch(Paths.POOL + "/files/" + UUID.randomUUID(), new MoveFile("b.mp4"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    default void tellsAdministratorsWhoMovedAndDeletedAFileOfThePool() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            ProjectView project = scene.project();
            String folder = "told-" + UUID.randomUUID();
            String file =
                    Paths.POOL + "/files/" + inPool(scene, folder + "/a.mp4").id();
            scene.caller.patch(file, new MoveFile(folder + "/b.mp4"));
            scene.caller.patch(file, new MoveFile(folder + "/b.mp4"));
            scene.caller.delete(file);

            assertThat(scene.caller.get(Paths.AUDIT + "?limit=50").listOf(EventView.class))
                    .filteredOn(event -> event.text().contains(folder))
                    .extracting(event -> event.who() + " " + event.text())
                    .containsExactly(
                            "cli deleted \"%s/b.mp4\" from the pool".formatted(folder),
                            "cli moved \"%1$s/a.mp4\" of the pool to \"%1$s/b.mp4\"".formatted(folder));
            assertThat(scene.caller
                            .get(Paths.PROJECTS + "/" + project.id() + "/history")
                            .body())
                    .doesNotContain(folder);
        }
    }

    @Test
    default void givesNoTwoFilesOfThePoolTheSameName() throws Exception {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String folder = "race-" + UUID.randomUUID();
            List<FileView> files = List.of(inPool(scene, folder + "/a.mp4"), inPool(scene, folder + "/b.mp4"));

            Together.run(
                    2,
                    number -> scene.caller.patch(
                            Paths.POOL + "/files/" + files.get(number).id(), new MoveFile(folder + "/c.mp4")));

            assertThat(scene.caller.get(Paths.POOL + "/files").listOf(FileView.class))
                    .filteredOn(file -> file.path().startsWith(folder))
                    .hasSize(2);
        }
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
