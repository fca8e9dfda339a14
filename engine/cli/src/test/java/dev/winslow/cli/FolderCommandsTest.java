package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Timing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders, of any run and any attempt; and files that go again. */
class FolderCommandsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final UUID RUN = new UUID(3, 4);
    private static final UUID ATTEMPT = new UUID(5, 6);
    private static final String PROJECT = "/api/v1/projects/" + ID;
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final StubServer server;
    private final Path folder;

    FolderCommandsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fetchesAFolderOfAnEarlierRunWithItsStructure() {
        server.on(
                "GET " + PROJECT + "/files?area=OUTPUT&run=" + RUN,
                List.of(file(1, "plots/east/speed.csv"), file(2, "plots-old/speed.csv"), file(3, "other.csv")));
        expectBytes(1);

        Said said = file("download", "--run", RUN.toString(), "--under", "plots/", "--out", folder.toString());

        assertThat(said.exitCode()).as(said.error()).isZero();
        assertThat(folder.resolve("plots/east/speed.csv")).hasContent("bytes 1");
        assertThat(folder.resolve("plots-old")).doesNotExist();
        assertThat(folder.resolve("other.csv")).doesNotExist();
    }

    @Test
    void fetchesAllThatAnAttemptLeftWithItsAreasApart() {
        server.on(
                "GET /api/v1/attempts/" + ATTEMPT + "/files",
                List.of(file(1, "speed.csv"), in(Area.WORKSPACE, 2, "speed.csv")));
        expectBytes(1);
        expectBytes(2);

        Said said = file("download", "--attempt", ATTEMPT.toString(), "--out", folder.toString());

        assertThat(said.exitCode()).as(said.error()).isZero();
        assertThat(folder.resolve("output/speed.csv")).hasContent("bytes 1");
        assertThat(folder.resolve("workspace/speed.csv")).hasContent("bytes 2");
        assertThat(file("list", "--attempt", ATTEMPT.toString()).out()).contains("WORKSPACE");
    }

    @Test
    void takesNoRunBesideAnAttempt() {
        Said said = file("list", "--attempt", ATTEMPT.toString(), "--run", RUN.toString());

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.error()).contains("--run", "--attempt", "mutually exclusive");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void fetchesAnArchive() throws IOException {
        byte[] archive = archive();
        String line = "GET /api/v1/attempts/" + ATTEMPT + "/files.zip?area=OUTPUT&under=the+plots";
        server.on(line, 200, archive, Map.of());
        Path zip = folder.resolve("new/plots.zip");

        Said said = file(
                "download",
                "--attempt",
                ATTEMPT.toString(),
                "--area",
                "output",
                "--under",
                "the plots",
                "--zip",
                zip.toString());

        assertThat(said.exitCode()).as(said.error()).isZero();
        assertThat(zip).hasBinaryContent(archive);
    }

    @Test
    void keepsNoArchiveThatBrokeOff() throws IOException {
        byte[] archive = archive();
        server.on(
                "GET " + PROJECT + "/files.zip?area=OUTPUT", 200, Arrays.copyOf(archive, archive.length / 2), Map.of());
        Path zip = folder.resolve("all.zip");

        Said said = file("download", "--zip", zip.toString());

        assertThat(said.exitCode()).isEqualTo(Winslow.FAILED);
        assertThat(said.error()).contains("broke off");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writesNothingOutsideTheFolder() {
        server.on("GET " + PROJECT + "/files?area=OUTPUT", List.of(file(1, "plots/../../speed.csv")));

        Said said = file("download", "--out", folder.resolve("in").toString());

        assertThat(said.exitCode()).isNotZero();
        assertThat(said.error()).contains("would not lie in the folder");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhereThereIsNothing() {
        server.on("GET " + PROJECT + "/files?area=OUTPUT", List.of());

        assertThat(file("download", "--under", "plots").error()).contains("There are no such files.");
    }

    @Test
    void listsTheAttemptsOfARunWithTheirIds() {
        server.on("GET /api/v1/runs/" + RUN + "/attempts", List.of(attempt()));

        Said said = Said.to(server, "project", "attempts", ID.toString(), "--run", RUN.toString());

        assertThat(said.out()).contains(ATTEMPT.toString(), "detect", "FAILED", "Out of memory.");
    }

    @Test
    void takesAnUploadOutOfAProject() {
        server.on("GET " + PROJECT + "/files?area=INPUT", List.of(file(1, "wrong.mp4")))
                .on("DELETE " + PROJECT + "/files/" + new UUID(0, 1), 204, "", Map.of());

        Said said = Said.to(server, "file", "remove", ID.toString(), "wrong.mp4", "--yes");
        Said unknown = Said.to(server, "file", "remove", ID.toString(), "other.mp4", "--yes");

        assertThat(said.out()).contains("Removed wrong.mp4");
        assertThat(server.requests())
                .extracting(StubServer.Request::line)
                .contains("DELETE " + PROJECT + "/files/" + new UUID(0, 1));
        assertThat(unknown.error()).contains("There is no file other.mp4");
    }

    private Said file(String command, String... more) {
        List<String> line = new ArrayList<>(List.of("file", command, ID.toString()));
        line.addAll(List.of(more));
        return Said.to(server, line.toArray(String[]::new));
    }

    private void expectBytes(int file) {
        server.on(
                        "GET " + PROJECT + "/files/" + new UUID(0, file),
                        302,
                        "",
                        Map.of("Location", server.address() + "/store/" + file))
                .on("GET /store/" + file, 200, "bytes " + file, Map.of());
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("speed.csv"));
            zip.write("1,2".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static FileView file(int id, String path) {
        return in(Area.OUTPUT, id, path);
    }

    private static FileView in(Area area, int id, String path) {
        return new FileView(new UUID(0, id), area, path, 12, "0".repeat(64), NOON, Optional.empty(), Optional.empty());
    }

    private static AttemptView attempt() {
        return new AttemptView(
                ATTEMPT,
                RUN,
                "detect",
                "Detect vehicles",
                1,
                AttemptState.FAILED,
                Optional.of("node"),
                Optional.of(NOON),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Out of memory."),
                List.of(),
                0,
                "tool:1",
                List.of(),
                Map.of(),
                Optional.empty(),
                new Timing(Duration.ZERO, Optional.empty()));
    }
}
