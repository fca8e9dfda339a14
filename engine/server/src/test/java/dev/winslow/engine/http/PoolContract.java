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
import dev.winslow.api.artifact.MoveFile;
import dev.winslow.api.artifact.PoolUser;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ProjectView;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of the pool, which projects share. */
interface PoolContract {
    ServerOnADatabase server();

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
}
