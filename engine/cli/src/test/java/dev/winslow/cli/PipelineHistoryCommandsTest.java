package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.pipeline.PipelineChange;
import dev.winslow.api.pipeline.PipelineChange.Detail;
import dev.winslow.api.pipeline.PipelineChange.Kind;
import dev.winslow.api.pipeline.PipelineCheck;
import dev.winslow.api.pipeline.PipelineDiff;
import dev.winslow.api.pipeline.PipelineProblem;
import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.api.pipeline.PipelineVersionView;
import dev.winslow.api.pipeline.PipelineView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineHistoryCommandsTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final UUID ID = new UUID(1, 2);

    private final StubServer server;

    PipelineHistoryCommandsTest() throws IOException {
        server = new StubServer();
        server.on(
                "GET /api/v1/pipelines/k/versions",
                List.of(
                        new PipelineVersionView(3, "Name", "", NOON, 0),
                        new PipelineVersionView(2, "Name", "", NOON, 4)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsVersions() {
        assertThat(Said.to(server, "pipeline", "versions", "k").out().lines())
                .hasSize(3)
                .last()
                .asString()
                .startsWith("2        2026-01-02T12:00:00Z  4");
    }

    @Test
    void comparesTheTwoNewestVersionsByDefault() {
        server.on(
                "GET /api/v1/pipelines/k/diff?from=2&to=3",
                new PipelineDiff(
                        "k",
                        2,
                        3,
                        List.of(
                                new PipelineChange("lanes", "stage", "Find lanes", Kind.REMOVED, List.of()),
                                new PipelineChange(
                                        "detect",
                                        "stage",
                                        "Detect",
                                        Kind.CHANGED,
                                        List.of(new Detail("needs gpus", Optional.empty(), Optional.of("1")))))));

        assertThat(Said.to(server, "pipeline", "diff", "k").out().lines())
                .containsExactly(
                        "- stage Find lanes (lanes)", "~ stage Detect (detect)", "    needs gpus: (nothing) -> 1");
    }

    @Test
    void saysWhereVersionsDoTheSame() {
        server.on("GET /api/v1/pipelines/k/diff?from=1&to=2", new PipelineDiff("k", 1, 2, List.of()));

        assertThat(Said.to(server, "pipeline", "diff", "k", "--from", "1", "--to", "2")
                        .out())
                .startsWith("Versions 1 and 2 do the same.");
    }

    @Test
    void listsWhoUsesIt() {
        server.on("GET /api/v1/pipelines/k/users", List.of(new PipelineUser(ID, "Bridge", true, List.of(2, 3))));

        assertThat(Said.to(server, "pipeline", "users", "k").out())
                .contains(ID + "  Bridge  yes          version 2, version 3");
    }

    @Test
    void checksAFileAndTellsByItsExitCode(@TempDir Path folder) throws IOException {
        String file =
                Files.writeString(folder.resolve("p.bpmn"), "<definitions/>").toString();
        server.on(
                        "POST /api/v1/pipelines/check",
                        new PipelineCheck(List.of(new PipelineProblem("detect", "has no image", "Give it one."))))
                .on("POST /api/v1/pipelines/check", new PipelineCheck(List.of()));

        Said wrong = Said.to(server, "pipeline", "check", file);
        Said right = Said.to(server, "pipeline", "check", file);

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.out()).startsWith("detect has no image. Give it one.");
        assertThat(right.exitCode()).isZero();
    }

    @Test
    void bringsARetiredPipelineBack() {
        server.on("POST /api/v1/pipelines/k/restore", new PipelineView("k", 3, "Name", "", NOON, 0, false));

        assertThat(Said.to(server, "pipeline", "restore", "k").out()).startsWith("Restored k");
    }
}
