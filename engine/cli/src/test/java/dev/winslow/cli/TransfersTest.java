package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.access.Right;
import dev.winslow.api.artifact.AddedFile;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadPart;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.stage.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files on their way, and runs that start with one. */
class TransfersTest {
    private static final UUID ID = new UUID(1, 2);
    private static final String PROJECT = "/api/v1/projects/" + ID;
    private static final String STEP_FILES = "/api/v1/runs/" + ID + "/steps/track/files";
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final StubServer server;
    private final Path folder;

    TransfersTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsTheBytesOfEachPartToTheStorageWithoutTheToken() throws IOException {
        expectUpload();

        Said said = Said.to(server, "file", "upload", ID.toString(), video().toString());

        assertThat(said.out()).startsWith("Uploaded a.mp4");
        assertThat(server.request("PUT /store/1").body()).isEqualTo("first ");
        assertThat(server.request("PUT /store/2").body()).isEqualTo("second");
        assertThat(server.request("PUT /store/1").authorization()).isEmpty();
        JsonNode begun =
                Api.JSON.readTree(server.request("POST " + PROJECT + "/uploads").body());
        assertThat(begun.path("size").asLong(0)).isEqualTo(12);
        assertThat(begun.path("sha256").asString("")).matches("[0-9a-f]{64}");
        JsonNode completed = Api.JSON.readTree(
                server.request("POST " + PROJECT + "/uploads/complete").body());
        assertThat(completed.at("/parts/1/etag").asString("")).isEqualTo("e2");
    }

    @ParameterizedTest
    @CsvSource({"zones,zones/a.mp4", "zones/,zones/a.mp4", "/zones/north//,zones/north/a.mp4", "/,a.mp4"})
    void addsAFileToTheWorkspaceOfAStep(String named, String path) throws IOException {
        expectLatestRun();
        server.on("POST " + STEP_FILES + "/uploads", ticket())
                .on("PUT /store/1", 200, "", Map.of("ETag", "\"e1\""))
                .on("PUT /store/2", 200, "", Map.of("ETag", "\"e2\""))
                .on("POST " + STEP_FILES + "/uploads/complete", file(path));

        Said said = Said.to(
                server, "file", "upload", ID.toString(), video().toString(), "--step", "track", "--folder", named);

        assertThat(said.out()).startsWith("Added " + path);
        assertThat(Api.JSON
                        .readTree(server.request("POST " + STEP_FILES + "/uploads")
                                .body())
                        .path("path")
                        .asString(""))
                .isEqualTo(path);
    }

    @Test
    void listsAndRemovesWhatWasAddedToAStep() {
        expectLatestRun();
        server.on("GET " + STEP_FILES, List.of(new AddedFile(file("zones.json"), "ann")))
                .on("DELETE " + STEP_FILES + "/" + ID, 204, "", Map.of());

        Said listed = Said.to(server, "file", "list", ID.toString(), "--step", "track");
        Said removed = Said.to(server, "file", "remove", ID.toString(), "zones.json", "--step", "track", "--yes");
        Said unknown = Said.to(server, "file", "remove", ID.toString(), "other.json", "--step", "track", "--yes");
        Said mixed = Said.to(server, "file", "list", ID.toString(), "--step", "track", "--area", "INPUT");

        assertThat(listed.out()).contains("zones.json", "ann");
        assertThat(removed.out()).startsWith("Removed zones.json");
        assertThat(unknown.error()).contains("no file other.json among what was added");
        assertThat(mixed.error()).contains("leave out the other options");
    }

    @Test
    void failsWhenTheStorageRefusesAPart() throws IOException {
        server.on("POST " + PROJECT + "/uploads", ticket()).on("PUT /store/1", 403, "", Map.of());

        Said said = Said.to(server, "file", "upload", ID.toString(), video().toString());

        assertThat(said.exitCode()).isEqualTo(Winslow.FAILED);
        assertThat(said.error()).contains("The storage answered 403");
    }

    @Test
    void fetchesTheFilesOfAnAreaWithoutShowingTheStorageTheToken() throws IOException {
        server.on("GET " + PROJECT + "/files?area=OUTPUT", List.of(file("plots/speed.csv"), file("other.csv")))
                .on("GET " + PROJECT + "/files/" + ID, 302, "", Map.of("Location", server.address() + "/store/signed"))
                .on("GET /store/signed", 200, "bytes", Map.of());

        Said said = Said.to(
                server,
                "file",
                "download",
                ID.toString(),
                "--area",
                "output",
                "--path",
                "plots/speed.csv",
                "--out",
                folder.toString());

        assertThat(said.exitCode()).isZero();
        assertThat(folder.resolve("plots/speed.csv")).hasContent("bytes");
        assertThat(folder.resolve("other.csv")).doesNotExist();
        assertThat(server.request("GET /store/signed").authorization()).isEmpty();
    }

    @Test
    void takesAVideoThroughAPipeline() throws IOException {
        expectUpload();
        expectRun(RunState.SUCCEEDED);

        Said said =
                Said.to(server, "run", "hello-video", video().toString(), "--project", "Bridge", "--env", "SPEED=fast");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("The run succeeded.");
        JsonNode started =
                Api.JSON.readTree(server.request("POST " + PROJECT + "/runs").body());
        assertThat(started.at("/variables/VIDEO").asString("")).isEqualTo("a.mp4");
        assertThat(started.at("/variables/SPEED").asString("")).isEqualTo("fast");
    }

    @Test
    void failsWithTheRun() throws IOException {
        expectUpload();
        expectRun(RunState.FAILED);

        Said said = Said.to(server, "run", "hello-video", video().toString());

        assertThat(said.exitCode()).isEqualTo(Winslow.FAILED);
        assertThat(said.out()).contains("The run has FAILED");
    }

    private void expectRun(RunState state) {
        RunView run = new RunView(
                ID,
                ID,
                "hello-video",
                1,
                state,
                NOON,
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(),
                List.of(),
                true,
                new Timing(Duration.ZERO, Optional.empty()),
                0);
        server.on("POST /api/v1/projects", project(Optional.empty()))
                .on("POST " + PROJECT + "/runs", run)
                .on("GET " + PROJECT + "/runs", List.of(run));
    }

    private void expectLatestRun() {
        server.on("GET " + PROJECT, project(Optional.of(ID)));
    }

    private static ProjectView project(Optional<UUID> latestRun) {
        return new ProjectView(
                ID,
                "Bridge",
                "hello-video",
                List.of(),
                Optional.of("ann"),
                NOON,
                ProjectState.NEW,
                latestRun,
                List.of(),
                Right.OWN);
    }

    private void expectUpload() {
        server.on("POST " + PROJECT + "/uploads", ticket())
                .on("PUT /store/1", 200, "", Map.of("ETag", "\"e1\""))
                .on("PUT /store/2", 200, "", Map.of("ETag", "\"e2\""))
                .on("POST " + PROJECT + "/uploads/complete", file("a.mp4"));
    }

    private UploadTicket ticket() {
        return new UploadTicket(
                "key",
                "upload",
                List.of(
                        new UploadPart(1, 0, 6, server.address().resolve("/store/1")),
                        new UploadPart(2, 6, 6, server.address().resolve("/store/2"))));
    }

    private Path video() throws IOException {
        return Files.writeString(folder.resolve("a.mp4"), "first second");
    }

    private static FileView file(String path) {
        return new FileView(ID, Area.OUTPUT, path, 12, "0".repeat(64), NOON, Optional.empty(), Optional.empty());
    }
}
