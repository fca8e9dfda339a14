package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.access.Right;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.FoundFile;
import dev.winslow.api.artifact.PoolUser;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogMatches;
import dev.winslow.api.log.LogPage;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.node.NodeState;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.pipeline.PipelineView;
import dev.winslow.api.project.CleanUp;
import dev.winslow.api.project.CleanUpReport;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectUsage;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.project.StepUsage;
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
            List.of("Detect"),
            Right.OWN);

    private static final Map<String, String> EVENTS = Map.of("Content-Type", "text/event-stream");

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
    void listsWhatWasFoundInBuckets() {
        FoundFile coming = new FoundFile("bridge/a.mp4", 20, NOON, Optional.empty());
        FoundFile refused = new FoundFile("b\\c.mp4", 30, NOON, Optional.of("Use a relative path."));
        server.on("GET /api/v1/pool/found", List.of(coming, refused));
        server.on("GET /api/v1/projects/" + ID + "/found", List.of(refused));

        assertThat(Said.to(server, "pool", "found").out())
                .containsPattern("bridge/a.mp4 +20 +2026-01-02T12:00:00Z +none")
                .contains("Use a relative path.");
        assertThat(Said.to(server, "file", "found", ID.toString()).out())
                .containsPattern("c.mp4 +30 .* Use a relative path.")
                .doesNotContain("bridge");
    }

    @Test
    void movesAFileOfThePool() {
        server.on(
                "PATCH /api/v1/pool/files/" + ID,
                new FileView(
                        ID, Area.INPUT, "bridge/b.mp4", 20, "0".repeat(64), NOON, Optional.empty(), Optional.empty()));

        Said said = Said.to(server, "pool", "move", ID.toString(), "bridge/b.mp4");

        assertThat(said.out()).contains("It is now bridge/b.mp4");
        assertThat(sent("PATCH /api/v1/pool/files/" + ID).path("path").asString(""))
                .isEqualTo("bridge/b.mp4");
    }

    @Test
    void showsWhatNodesOffer() {
        server.on("GET /api/v1/nodes", List.of(node()));

        assertThat(Said.to(server, "node", "list").out()).containsPattern("gpu-01 +ONLINE +1 +8 +16 +0 +cuda +1");
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
        server.on("GET /api/v1/pipelines/k/versions/1/xml", 200, "<former/>", Map.of());
        assertThat(Said.to(server, "pipeline", "export", "k", "--version", "1").out())
                .startsWith("<former/>");
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
    void printsALogPageByPage() {
        String log = "GET /api/v1/attempts/" + ID + "/log?from=";
        server.on(log + "0&count=1000", new LogPage(0, List.of(line(0, LogStream.OUT, "frame 1")), 2, false))
                .on(log + "1&count=1000", new LogPage(1, List.of(line(1, LogStream.ERR, "careful")), 2, false));

        Said said = Said.to(server, "log", ID.toString());

        assertThat(said.out().lines())
                .containsExactly("2026-01-02T12:00:00Z OUT frame 1", "2026-01-02T12:00:00Z ERR careful");
    }

    @Test
    void followsALogToItsEndOverALostConnection() {
        String log = "GET /api/v1/attempts/" + ID + "/log/stream?from=";
        server.on(log + "0", 200, event("lines", line(0, LogStream.OUT, "frame 1")) + ":\n\n", EVENTS)
                .on(log + "1", 200, event("lines", line(1, LogStream.ERR, "careful")) + event("end"), EVENTS);

        Said said = Said.to(server, "log", ID.toString(), "--follow");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out().lines())
                .containsExactly("2026-01-02T12:00:00Z OUT frame 1", "2026-01-02T12:00:00Z ERR careful");
    }

    @Test
    void searchesALogUntilAllLinesWereLookedAt() {
        String search = "GET /api/v1/attempts/" + ID + "/log/search?limit=1000&pattern=no+%5Cw%2B&stream=ERR&from=";
        server.on(search + "0", new LogMatches(List.of(line(3, LogStream.ERR, "no car")), 10, 20, false))
                .on(search + "10", new LogMatches(List.of(line(12, LogStream.ERR, "no bus")), 20, 20, false));

        Said said = Said.to(server, "log", ID.toString(), "--grep", "no \\w+", "--stream", "ERR");

        assertThat(said.out().lines())
                .containsExactly("2026-01-02T12:00:00Z ERR no car", "2026-01-02T12:00:00Z ERR no bus");
    }

    @Test
    void drainsANode() {
        server.on("POST /api/v1/nodes/" + ID + "/drain", node());

        assertThat(Said.to(server, "node", "drain", ID.toString()).out()).startsWith("Drained");
    }

    @Test
    void tellsWhoHasAFileOfThePoolAndDeletesIt() {
        String file = "/api/v1/pool/files/" + ID;
        server.on("GET " + file + "/users", List.of(new PoolUser(ID, "Bridge")))
                .on("DELETE " + file, 204, "", Map.of());

        assertThat(Said.to(server, "pool", "users", ID.toString()).out()).contains(ID + "  Bridge");
        assertThat(Said.to(server, "pool", "delete", ID.toString()).out()).startsWith("Deleted " + ID);
    }

    @Test
    void showsWhatAProjectOccupies() {
        List<StepUsage> steps =
                List.of(new StepUsage(Optional.empty(), 0, 1, 700), new StepUsage(Optional.of("detect"), 2, 5, 300));
        server.on("GET /api/v1/projects/" + ID + "/usage", new ProjectUsage(6, 1000, steps));

        assertThat(Said.to(server, "project", "usage", ID.toString()).out().lines())
                .containsExactly(
                        "STEP      ATTEMPTS  FILES  BYTES",
                        "uploaded  0         1      700",
                        "detect    2         5      300",
                        "together            6      1000");
    }

    @Test
    void cleansUpByARuleAndTellsFirstWhatThatWouldFree() {
        String line = "POST /api/v1/projects/" + ID + "/cleanup";
        List<StepUsage> steps = List.of(new StepUsage(Optional.of("detect"), 2, 5, 300));
        server.on(line, new CleanUpReport(true, 5, 300, steps)).on(line, new CleanUpReport(false, 5, 300, steps));

        Said would = Said.to(server, "project", "cleanup", ID.toString(), "--keep-last", "2", "--failed", "--dry-run");
        Said did = Said.to(server, "project", "cleanup", ID.toString(), "--discardable");

        assertThat(would.out().lines()).endsWith("detect  2         5      300", "Would free 300 bytes: 5 files");
        assertThat(did.out().lines()).endsWith("Freed 300 bytes: 5 files");
        assertThat(server.requests())
                .extracting(request -> Api.JSON.readValue(request.body(), CleanUp.class))
                .containsExactly(
                        new CleanUp(Optional.of(2), true, false, true),
                        new CleanUp(Optional.empty(), false, true, false));
    }

    private JsonNode json(String what) {
        Said said = Said.to(server, what, "list", "--json");
        assertThat(said.exitCode()).isZero();
        return Api.JSON.readTree(said.out()).path(0);
    }

    private JsonNode sent(String line) {
        return Api.JSON.readTree(server.request(line).body());
    }

    private static LogLine line(long number, LogStream stream, String text) {
        return new LogLine(number, NOON, stream, text);
    }

    private static String event(String name, LogLine... lines) {
        long from = lines.length == 0 ? 2 : lines[0].number();
        LogPage page = new LogPage(from, List.of(lines), 2, lines.length == 0);
        return "event: " + name + "\nid: 1\ndata: " + Api.JSON.writeValueAsString(page) + "\n\n";
    }

    private static NodeView node() {
        return new NodeView(
                ID,
                "gpu-01",
                NodeState.ONLINE,
                "1",
                new Capabilities(8, 16L << 30, List.of(), Set.of("cuda")),
                NodeLimits.NONE,
                NOON,
                List.of(ID));
    }

    private static TaskView task() {
        return new TaskView(
                ID,
                ID,
                ID,
                "Bridge",
                "review",
                "Review",
                TaskForm.REVIEW,
                NOON,
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                0);
    }
}
