package dev.winslow.engine.http;

import static dev.winslow.engine.http.FilesContract.BYTES;
import static dev.winslow.engine.http.FilesContract.send;
import static dev.winslow.engine.http.FilesContract.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.minio.ArtifactStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folders as archives, and what every attempt left. */
interface ArchivesContract {
    ServerOnADatabase server();

    @Test
    default void givesWhatARunLeftAndAFolderOfItAsAnArchive() throws IOException {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            UUID run = scene.start(project).id();
            Assignment detect = node.await();
            ProducedFile film = left(node, detect, Area.OUTPUT, "result.mp4", "a film");
            ProducedFile plot = left(node, detect, Area.OUTPUT, "plots/speed über.csv", "1,2");
            ProducedFile more = left(node, detect, Area.OUTPUT, "plots-old/speed.csv", "3,4");
            node.succeed(detect, film, plot, more);
            String files = Paths.PROJECTS + "/" + project.id() + "/files.zip";

            Caller.Bytes all = scene.caller.bytes(files);

            assertThat(all.header("Content-Type")).isEqualTo("application/zip");
            assertThat(all.header("Content-Disposition")).contains("output-" + project.id() + ".zip");
            assertThat(unpack(all.body()))
                    .isEqualTo(Map.of(
                            "result.mp4", "a film", "plots/speed über.csv", "1,2", "plots-old/speed.csv", "3,4"));
            assertThat(unpack(scene.caller
                            .bytes(files + "?area=OUTPUT&under=plots/&run=" + run)
                            .body()))
                    .isEqualTo(Map.of("plots/speed über.csv", "1,2"));
        }
    }

    @Test
    default void givesWhatAFailedAttemptLeftAsAListAndAsAnArchive() throws IOException {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment detect = node.await();
            node.leave(detect, AttemptState.FAILED, "half.csv", "half of it");
            String attempt = Paths.ATTEMPTS + "/" + detect.attemptId();

            assertThat(scene.caller.get(attempt + "/files").listOf(FileView.class))
                    .singleElement()
                    .satisfies(file -> {
                        assertThat(file.path()).isEqualTo("half.csv");
                        assertThat(file.area()).isEqualTo(Area.WORKSPACE);
                        assertThat(file.attemptId()).contains(detect.attemptId());
                    });
            assertThat(scene.caller.get(attempt + "/files?area=OUTPUT").listOf(FileView.class))
                    .isEmpty();
            assertThat(unpack(scene.caller.bytes(attempt + "/files.zip").body()))
                    .isEqualTo(Map.of("workspace/half.csv", "half of it"));
            assertThat(unpack(scene.caller
                            .bytes(attempt + "/files.zip?area=WORKSPACE")
                            .body()))
                    .isEqualTo(Map.of("half.csv", "half of it"));
        }
    }

    @Test
    default void breaksOffWhereTheStorageFailsHalfWay() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.start(project);
            Assignment detect = node.await();
            ProducedFile whole = left(node, detect, Area.OUTPUT, "a.mp4", "0123456789".repeat(50_000));
            ProducedFile gone = left(node, detect, Area.OUTPUT, "b.mp4", "a film");
            node.succeed(detect, whole, gone);
            lose(project, "b.mp4");

            assertThatThrownBy(() -> scene.caller.bytes(Paths.PROJECTS + "/" + project.id() + "/files.zip"))
                    .as("an answer without an end")
                    .hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    default void makesNoArchiveOfNothing() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            String project = Paths.PROJECTS + "/" + scene.project().id();

            Answer nothing = scene.caller.get(project + "/files.zip?area=INPUT");
            scene.caller.post(
                    project + "/uploads/complete",
                    send(scene, project, new BeginUpload("a.mp4", BYTES.length, sha256(BYTES))));
            Answer elsewhere = scene.caller.get(project + "/files.zip?area=INPUT&under=videos");

            assertThat(nothing.status()).isEqualTo(404);
            assertThat(nothing.body()).contains("There are no files here.");
            assertThat(elsewhere.status()).isEqualTo(404);
            assertThat(elsewhere.body()).contains("There are no files under videos/ here.");
            assertThat(scene.caller
                            .get(Paths.ATTEMPTS + "/" + UUID.randomUUID() + "/files")
                            .status())
                    .isEqualTo(404);
        }
    }

    /** The storage has it no longer. */
    private void lose(ProjectView project, String path) {
        ArtifactStore store = server().context().getBean("artifactStore", ArtifactStore.class);
        server().context()
                .getBean(JdbcClient.class)
                .sql("select bucket, object_key from artifact where project_id = :id and path = :path")
                .param("id", project.id())
                .param("path", path)
                .query(row -> {
                    store.delete(row.getString("bucket"), row.getString("object_key"));
                });
    }

    private static ProducedFile left(WorkingNode node, Assignment stage, Area area, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ProducedFile file = new ProducedFile(area, path, bytes.length, sha256(bytes));
        node.send(stage, file, bytes);
        return file;
    }

    private static Map<String, String> unpack(byte[] archive) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
