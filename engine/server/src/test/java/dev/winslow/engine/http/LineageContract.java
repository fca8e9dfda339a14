package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.Paths;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.LinkFile;
import dev.winslow.api.lineage.FileOrigin;
import dev.winslow.api.lineage.Lineage;
import dev.winslow.api.lineage.TracedAttempt;
import dev.winslow.api.lineage.TracedFile;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.api.worker.Assignment;
import dev.winslow.api.worker.ProducedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where files come from, and what was made from them. */
interface LineageContract {
    ServerOnADatabase server();

    @Test
    default void tellsWhoMadeAFileFromWhatUpToTheSourcesAndBack() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            FileView film = upload(scene, Paths.PROJECTS + "/" + project.id(), "a.mp4");
            UUID run = scene.start(project, StartRun.with(Map.of("GAP", "3"))).id();
            Assignment detect = node.await();
            node.leave(detect, "detections.csv", "1,2,3");
            Assignment track = node.await();
            leave(node, track, file("detections.csv", "1,2,3"), file("tracks.csv", "4,5,6"));
            FileView tracks = workspaceFile(scene, project, "tracks.csv");

            Lineage ofTracks = lineage(scene, tracks.id());

            assertThat(ofTracks.file().origin()).isEqualTo(FileOrigin.MADE);
            assertThat(ofTracks.sources().attempts())
                    .extracting(attempt -> attempt.attempt().stageId())
                    .containsExactly("track", "detect");
            assertThat(paths(ofTracks.sources().files())).containsExactly("a.mp4", "detections.csv");
            TracedAttempt made = ofTracks.sources().attempts().getFirst();
            assertThat(made.attempt().image()).isEqualTo("tool:1");
            assertThat(made.attempt().arguments()).containsExactly("track");
            assertThat(made.attempt().environment()).containsEntry("GAP", "3");
            assertThat(made.attempt().runId()).isEqualTo(run);
            assertThat(made.pipelineKey()).isEqualTo(scene.key);
            assertThat(made.outputs()).containsExactly(tracks.id());
            assertThat(ofTracks.descendants().files()).isEmpty();
            assertThat(ofTracks.descendants().attempts()).isEmpty();

            Lineage ofFilm = lineage(scene, film.id());

            assertThat(ofFilm.file().origin()).isEqualTo(FileOrigin.UPLOADED);
            assertThat(ofFilm.sources().attempts()).isEmpty();
            assertThat(ofFilm.sources().files()).isEmpty();
            assertThat(ofFilm.descendants().attempts())
                    .extracting(attempt -> attempt.attempt().id())
                    .containsExactly(detect.attemptId(), track.attemptId());
            assertThat(paths(ofFilm.descendants().files())).containsExactly("detections.csv", "tracks.csv");
            assertThat(ofFilm.descendants().complete()).isTrue();
        }
    }

    @Test
    default void leadsToThePoolAndThroughWhatAStepBeganWith() {
        try (Scene scene = new Scene(server()).deployOneStage()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            FileView pooled = upload(scene, Paths.POOL, "pool-" + scene.key + ".mp4");
            FileView linked = scene.caller
                    .post(Paths.PROJECTS + "/" + project.id() + "/files", new LinkFile(pooled.id()))
                    .as(FileView.class);
            scene.start(
                    project,
                    new StartRun(
                            Map.of(),
                            Optional.of("detect"),
                            Optional.of(WorkspaceChoice.of(WorkspaceChoice.Source.UPLOADS)),
                            Optional.empty()));
            node.leave(node.await(), AttemptState.FAILED, "half.csv", "1");
            UUID half = server().database()
                    .sql("select id from artifact where path = 'half.csv' and project_id = :project")
                    .param("project", project.id())
                    .query(UUID.class)
                    .single();

            Lineage ofHalf = lineage(scene, half);

            assertThat(ofHalf.sources().attempts())
                    .extracting(attempt -> attempt.attempt().state())
                    .containsExactly(AttemptState.FAILED);
            assertThat(ofHalf.sources().files())
                    .extracting(TracedFile::origin)
                    .containsExactlyInAnyOrder(FileOrigin.LINKED, FileOrigin.COPIED, FileOrigin.POOLED);
            assertThat(ofHalf.sources().files())
                    .filteredOn(file -> file.origin() == FileOrigin.LINKED)
                    .extracting(TracedFile::sameAs)
                    .containsExactly(Optional.of(pooled.id()));
            Lineage ofPooled = lineage(scene, pooled.id());
            assertThat(ofPooled.file().projectId()).isEmpty();
            assertThat(paths(ofPooled.descendants().files())).contains("half.csv", linked.path());
            assertThat(ofPooled.sources().files()).isEmpty();
        }
    }

    @Test
    default void showsNoSecretInALineage() {
        try (Scene scene = new Scene(server()).deployReviewed()) {
            WorkingNode node = scene.node();
            ProjectView project = scene.project();
            scene.caller.putJson(
                    Paths.PROJECTS + "/" + project.id() + "/variables/KEY",
                    new SetVariable("sesame", Optional.of(true)));
            scene.start(project);
            node.leave(node.await(), "detections.csv", "1,2,3");
            node.leave(node.await(), "tracks.csv", "4,5,6");

            Answer answer = scene.caller.get(Paths.FILES + "/"
                    + workspaceFile(scene, project, "tracks.csv").id() + "/lineage");

            assertThat(answer.as(Lineage.class).sources().attempts()).hasSize(2);
            assertThat(answer.body()).doesNotContain("sesame");
            assertThat(scene.caller
                            .get(Paths.FILES + "/" + UUID.randomUUID() + "/lineage")
                            .status())
                    .isEqualTo(404);
        }
    }

    private static Lineage lineage(Scene scene, UUID file) {
        return scene.caller.get(Paths.FILES + "/" + file + "/lineage").as(Lineage.class);
    }

    private static List<String> paths(List<TracedFile> files) {
        return files.stream().map(file -> file.file().path()).toList();
    }

    private static FileView upload(Scene scene, String to, String path) {
        BeginUpload file = new BeginUpload(path, FilesContract.BYTES.length, FilesContract.sha256(FilesContract.BYTES));
        return scene.caller
                .post(to + "/uploads/complete", FilesContract.send(scene, to, file))
                .as(FileView.class);
    }

    private static FileView workspaceFile(Scene scene, ProjectView project, String path) {
        return scene
                .caller
                .get(Paths.PROJECTS + "/" + project.id() + "/files?area=WORKSPACE")
                .listOf(FileView.class)
                .stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static void leave(WorkingNode node, Assignment assignment, ProducedFile kept, ProducedFile fresh) {
        node.send(assignment, fresh, "4,5,6".getBytes(StandardCharsets.UTF_8));
        assertThat(node.succeed(assignment, kept, fresh).status()).isEqualTo(204);
    }

    private static ProducedFile file(String path, String text) {
        return new ProducedFile(Area.WORKSPACE, path, text.length(), WorkingNode.sha256(text));
    }
}
