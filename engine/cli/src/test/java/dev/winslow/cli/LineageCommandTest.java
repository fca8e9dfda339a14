package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.lineage.FileOrigin;
import dev.winslow.api.lineage.Lineage;
import dev.winslow.api.lineage.Trace;
import dev.winslow.api.lineage.TracedAttempt;
import dev.winslow.api.lineage.TracedFile;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Timing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineageCommandTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final UUID ATTEMPT = new UUID(2, 2);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final TracedFile TRACKS = file(new UUID(3, 3), "tracks.csv", FileOrigin.MADE);
    private static final TracedFile FILM = file(new UUID(4, 4), "a.mp4", FileOrigin.UPLOADED);
    private static final Lineage LINEAGE = new Lineage(
            TRACKS,
            new Trace(
                    List.of(FILM),
                    List.of(new TracedAttempt(
                            attempt(),
                            "hello-video",
                            2,
                            List.of(FILM.file().id()),
                            List.of(TRACKS.file().id()))),
                    true),
            new Trace(List.of(), List.of(), true));

    private final StubServer server;

    LineageCommandTest() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsHowAFileCameToBe() {
        server.on("GET /api/v1/files/" + TRACKS.file().id() + "/lineage", LINEAGE);

        Said said = Said.to(server, "file", "lineage", TRACKS.file().id().toString());

        assertThat(said.out())
                .startsWith("tracks.csv, 7 bytes, made by attempt " + ATTEMPT)
                .contains("\"Track\", attempt 1 on gpu-01: SUCCEEDED")
                .contains("of hello-video in version 2")
                .containsPattern("image +tool:1")
                .containsPattern("arguments +track --fast")
                .containsPattern("variables +GAP=3, MODEL=a")
                .containsPattern("from +a.mp4")
                .containsPattern("made +tracks.csv")
                .contains("a.mp4 (" + FILM.file().id() + "): uploaded 2026-01-02T12:00:00Z")
                .contains("What was made from it: nothing");
    }

    @Test
    void tellsWhoAddedAFileToAStep() {
        TracedFile added = file(new UUID(0, 9), "zones.json", FileOrigin.ADDED);
        server.on(
                "GET /api/v1/files/" + added.file().id() + "/lineage",
                new Lineage(added, new Trace(List.of(), List.of(), true), new Trace(List.of(), List.of(), true)));

        Said said = Said.to(server, "file", "lineage", added.file().id().toString());

        assertThat(said.out()).contains("added to the workspace of a step by ann 2026-01-02T12:00:00Z");
    }

    @Test
    void findsAFileByItsPath() {
        String files = "GET /api/v1/projects/" + PROJECT + "/files?area=";
        server.on(files + "OUTPUT", List.of())
                .on(files + "WORKSPACE", List.of(TRACKS.file()))
                .on(files + "INPUT", List.of())
                .on("GET /api/v1/files/" + TRACKS.file().id() + "/lineage", LINEAGE);

        assertThat(Said.to(server, "file", "lineage", "tracks.csv", "--project", PROJECT.toString())
                        .out())
                .startsWith("tracks.csv");
        assertThat(Said.to(server, "file", "lineage", "other.csv", "--project", PROJECT.toString())
                        .error())
                .contains("has no file \"other.csv\"");
    }

    @Test
    void letsAPersonChooseAmongFilesOfTheSamePath() {
        UUID other = new UUID(0, 7);
        String files = "GET /api/v1/projects/" + PROJECT + "/files?area=";
        server.on(
                        files + "OUTPUT",
                        List.of(file(other, "tracks.csv", FileOrigin.MADE).file()))
                .on(files + "WORKSPACE", List.of(TRACKS.file()))
                .on(files + "INPUT", List.of())
                .on("GET /api/v1/files/" + TRACKS.file().id() + "/lineage", LINEAGE);

        Said refused = Said.to(server, "file", "lineage", "tracks.csv", "--project", PROJECT.toString());
        Said chosen = Said.to(
                server, "file", "lineage", "tracks.csv", "--project", PROJECT.toString(), "--area", "workspace");

        assertThat(refused.exitCode()).isEqualTo(Winslow.FAILED);
        assertThat(refused.error())
                .contains(
                        "several files",
                        "--area",
                        other.toString(),
                        TRACKS.file().id().toString());
        assertThat(chosen.out()).startsWith("tracks.csv");
    }

    private static TracedFile file(UUID id, String path, FileOrigin origin) {
        boolean made = origin == FileOrigin.MADE;
        return new TracedFile(
                new FileView(
                        id,
                        Area.WORKSPACE,
                        path,
                        7,
                        "",
                        NOON,
                        made ? Optional.of(ATTEMPT) : Optional.empty(),
                        Optional.empty()),
                origin,
                Optional.of(PROJECT),
                Optional.empty(),
                origin == FileOrigin.ADDED ? Optional.of("ann") : Optional.empty(),
                false);
    }

    private static AttemptView attempt() {
        return new AttemptView(
                ATTEMPT,
                new UUID(5, 5),
                "track",
                "Track",
                1,
                AttemptState.SUCCEEDED,
                Optional.of("gpu-01"),
                Optional.of(NOON),
                Optional.of(NOON),
                Optional.of(0),
                Optional.empty(),
                List.of(),
                0,
                "tool:1",
                List.of("track", "--fast"),
                Map.of("MODEL", "a", "GAP", "3"),
                Optional.empty(),
                new Timing(Duration.ZERO, Optional.empty()));
    }
}
