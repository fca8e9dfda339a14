package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.node.NodeState;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.pipeline.PipelineView;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CommandsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final ProjectView PROJECT = new ProjectView(
            ID,
            "Bridge",
            "vehicle-tracking",
            List.of("north"),
            Optional.of("ann"),
            NOON,
            ProjectState.RUNNING,
            Optional.empty(),
            List.of("Detect"));

    private final StubServer server;

    CommandsTest() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsProjectsAsATable() {
        server.on("GET /api/v1/projects", List.of(PROJECT));

        Said said = Said.to(server, "project", "list");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out().lines().toList().getFirst().split(" +"))
                .containsExactly("ID", "NAME", "STATE", "AT", "PIPELINE", "OWNER", "TAGS");
        assertThat(said.out()).contains(ID + "  Bridge  RUNNING  Detect  vehicle-tracking  ann    north");
        assertThat(server.request("GET /api/v1/projects").authorization()).contains("Bearer sesame");
    }

    @Test
    void listsAsJsonForPrograms() {
        server.on("GET /api/v1/projects", List.of(PROJECT));
        server.on("GET /api/v1/pipelines", List.of(new PipelineView("k", 3, "Name", "", NOON, 1, false)));
        server.on("GET /api/v1/nodes", List.of(node()));
        server.on("GET /api/v1/tasks", List.of(task()));

        assertThat(json("project").path("state").asString("")).isEqualTo("RUNNING");
        assertThat(json("pipeline").path("version").asInt(0)).isEqualTo(3);
        assertThat(json("node").path("state").asString("")).isEqualTo("ONLINE");
        assertThat(json("task").path("form").asString("")).isEqualTo("review");
    }

    @Test
    void showsWhatNodesOffer() {
        server.on("GET /api/v1/nodes", List.of(node()));

        assertThat(Said.to(server, "node", "list").out()).containsPattern("gpu-01 +ONLINE +8 +16 +0 +cuda +1");
    }

    @Test
    void createsRenamesTagsAndDeletesAProject() {
        server.on("POST /api/v1/projects", PROJECT)
                .on("PATCH /api/v1/projects/" + ID, PROJECT)
                .on("DELETE /api/v1/projects/" + ID, 204, "", Map.of());

        Said created = Said.to(server, "project", "create", "Bridge", "vehicle-tracking", "--tag", "a", "--tag", "b");
        assertThat(created.out()).startsWith("Created Bridge " + ID);
        assertThat(sent("POST /api/v1/projects").path("tags").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(Said.to(server, "project", "rename", ID.toString(), "Bridge").exitCode())
                .isZero();
        assertThat(sent("PATCH /api/v1/projects/" + ID).path("name").asString(""))
                .isEqualTo("Bridge");
        assertThat(Said.to(server, "project", "tag", ID.toString(), "north").out())
                .startsWith("Tags: north");
        server.on("GET /api/v1/projects/" + ID + "/deletion", new DeletionView(2, 2048, 1, 3, 40, false));
        assertThat(Said.to(server, "project", "delete", ID.toString(), "--yes").exitCode())
                .isZero();
        assertThat(server.requests().getLast().line()).isEqualTo("DELETE /api/v1/projects/" + ID);
    }

    @Test
    void deploysAndExportsAPipeline(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("p.bpmn"), "<definitions/>");
        server.on("POST /api/v1/pipelines", new PipelineView("k", 2, "Name", "", NOON, 0, false))
                .on("GET /api/v1/pipelines/k", new PipelineView("k", 2, "Name", "", NOON, 0, false))
                .on("GET /api/v1/pipelines/k/versions/2/xml", 200, "<definitions/>", Map.of());

        assertThat(Said.to(server, "pipeline", "deploy", file.toString()).out()).startsWith("Deployed k in version 2");
        assertThat(server.request("POST /api/v1/pipelines").body()).isEqualTo("<definitions/>");
        assertThat(Said.to(server, "pipeline", "export", "k").out()).startsWith("<definitions/>");
    }

    @Test
    void answersATaskWithVariablesAndFiles(@TempDir Path folder) throws IOException {
        Path points = Files.writeString(folder.resolve("mine.json"), "{\"points\": []}");
        server.on("POST /api/v1/tasks/" + ID + "/complete", 204, "", Map.of());

        Said said = Said.to(
                server,
                "task",
                "complete",
                ID.toString(),
                "--env",
                "decision=approve",
                "--file",
                "reference-points.json=" + points);

        assertThat(said.exitCode()).isZero();
        JsonNode answer = sent("POST /api/v1/tasks/" + ID + "/complete");
        assertThat(answer.at("/variables/decision").asString("")).isEqualTo("approve");
        assertThat(answer.path("files").path("reference-points.json").asString(""))
                .isEqualTo("{\"points\": []}");
    }

    @Test
    void followsALogToItsEnd() {
        LogLine first = new LogLine(0, NOON, LogStream.OUT, "frame 1");
        LogLine second = new LogLine(1, NOON, LogStream.ERR, "careful");
        String log = "GET /api/v1/attempts/" + ID + "/log?from=";
        server.on(log + "0&count=1000", new LogPage(0, List.of(first), 1, false))
                .on(log + "1&count=1000", new LogPage(1, List.of(), 1, false))
                .on(log + "1&count=1000", new LogPage(1, List.of(second), 2, true));

        Said once = Said.to(server, "log", ID.toString());
        Said followed = Said.to(server, "log", ID.toString(), "--follow");

        assertThat(once.out().lines()).containsExactly("2026-01-02T12:00:00Z OUT frame 1");
        assertThat(followed.out().lines())
                .containsExactly("2026-01-02T12:00:00Z OUT frame 1", "2026-01-02T12:00:00Z ERR careful");
    }

    @Test
    void drainsANode() {
        server.on("POST /api/v1/nodes/" + ID + "/drain", node());

        assertThat(Said.to(server, "node", "drain", ID.toString()).out()).startsWith("Drained");
    }

    private JsonNode json(String what) {
        Said said = Said.to(server, what, "list", "--json");
        assertThat(said.exitCode()).isZero();
        return Api.JSON.readTree(said.out()).path(0);
    }

    private JsonNode sent(String line) {
        return Api.JSON.readTree(server.request(line).body());
    }

    private static NodeView node() {
        return new NodeView(
                ID,
                "gpu-01",
                NodeState.ONLINE,
                "1",
                new Capabilities(8, 16L << 30, List.of(), Set.of("cuda")),
                NOON,
                List.of(ID));
    }

    private static TaskView task() {
        return new TaskView(
                ID, ID, ID, "Bridge", "review", "Review", TaskForm.REVIEW, NOON, Optional.empty(), Map.of(), List.of());
    }
}
