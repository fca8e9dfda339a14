package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.BulkResult;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.NotesView;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.project.TagView;
import dev.winslow.api.project.TodoItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectCommandsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String OF_PROJECT = "/api/v1/projects/" + ID;

    private final StubServer server;

    ProjectCommandsTest() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksForTheProjectsThatThePersonWants() {
        String query = "?state=FAILED&state=WAITING&tag=r%26d&pipeline=cars&owner=Ann&q=north+bridge";
        server.on("GET /api/v1/projects" + query, List.of(project(ID, "Bridge", List.of("r&d"))));

        Said said = project(
                "list",
                "--state",
                "failed",
                "--state",
                "WAITING",
                "--tag",
                "r&d",
                "--pipeline",
                "cars",
                "--owner",
                "Ann",
                "--find",
                "north bridge");

        assertThat(said.out()).contains("Bridge").contains("Ann");
    }

    @Test
    void groupsProjects() {
        server.on(
                "GET /api/v1/projects",
                List.of(project(ID, "Bridge", List.of("dawn", "rain")), project(OTHER, "Tunnel", List.of("rain"))));

        assertThat(project("list", "--group-by", "tag").out())
                .contains("dawn: 1\n")
                .contains("rain: 2\n");
        assertThat(project("list", "--group-by", "owner").out()).startsWith("Ann: 2\n");
    }

    @Test
    void listsTags() {
        server.on("GET /api/v1/tags?prefix=ra", List.of(new TagView("rain", 2)));

        assertThat(project("tags", "ra").out()).containsPattern("rain +2");
    }

    @Test
    void swapsPipelineAndOwner() {
        server.on("PATCH " + OF_PROJECT, project(ID, "Bridge", List.of()));

        assertThat(project("pipeline", ID.toString(), "cars").out()).startsWith("Based on cars");
        assertThat(server.requests().getLast().body()).contains("\"pipelineKey\":\"cars\"");
        assertThat(project("owner", ID.toString(), "Ann").out()).startsWith("Owned by Ann");
        assertThat(server.requests().getLast().body()).contains("\"owner\":\"Ann\"");
    }

    @Test
    void saysHowMuchGoesBeforeItDeletes() {
        server.on("GET " + OF_PROJECT + "/deletion", new DeletionView(2, 2048, 1, 3, 40, true))
                .on("DELETE " + OF_PROJECT, 204, "", Map.of());

        Said refused = answering("n\n", "delete", ID.toString());
        assertThat(refused.exitCode()).isEqualTo(Winslow.FAILED);
        assertThat(refused.error())
                .contains("2 files (2048 bytes), 1 runs, 3 attempts and 40 lines of logs? A run is on its way")
                .contains("Nothing was changed");
        assertThat(answering("", "delete", ID.toString()).exitCode()).isEqualTo(Winslow.FAILED);
        assertThat(server.requests()).noneMatch(request -> request.line().startsWith("DELETE"));

        assertThat(answering("y\n", "delete", ID.toString()).exitCode()).isZero();
        assertThat(server.requests().getLast().line()).isEqualTo("DELETE " + OF_PROJECT);
    }

    @Test
    void showsAndReplacesNotes() {
        server.on("GET " + OF_PROJECT + "/notes", new NotesView("Calm.", Optional.of(NOON), Optional.of("Ann")))
                .on("PUT " + OF_PROJECT + "/notes", new NotesView("Storm.", Optional.of(NOON), Optional.of("Ann")));

        assertThat(project("notes", ID.toString()).out()).startsWith("Calm.");
        assertThat(project("notes", ID.toString(), "--set", "Storm.").out()).startsWith("Storm.");
        assertThat(server.requests().getLast().body()).contains("\"text\":\"Storm.\"");
    }

    @Test
    void changesWhatIsToDoByItsNumberInTheList() {
        String todo = OF_PROJECT + "/todo";
        server.on("GET " + todo, List.of(item(ID, "Fly"), item(OTHER, "Check")))
                .on("POST " + todo, item(OTHER, "Check"))
                .on("PATCH " + todo + "/" + OTHER, item(OTHER, "Check"))
                .on("DELETE " + todo + "/" + ID, 204, "", Map.of());

        assertThat(project("todo", ID.toString(), "--done", "2").out()).containsPattern("2 +Check +Ann");
        assertThat(server.request("PATCH " + todo + "/" + OTHER).body()).contains("\"done\":true");
        assertThat(project("todo", ID.toString(), "--move", "2", "1").exitCode())
                .isZero();
        assertThat(server.requests().get(server.requests().size() - 2).body()).contains("\"place\":0");
        assertThat(project("todo", ID.toString(), "--add", "Check", "--remove", "1")
                        .exitCode())
                .isZero();
        assertThat(server.request("DELETE " + todo + "/" + ID)).isNotNull();
        assertThat(project("todo", ID.toString(), "--done", "7").error()).contains("no item 7: the list has 2");
    }

    @Test
    void showsWhoDidWhat() {
        server.on(
                "GET " + OF_PROJECT + "/history?limit=5&before=9",
                List.of(new EventView(
                        8,
                        Optional.empty(),
                        Optional.of(ID),
                        Optional.empty(),
                        Optional.empty(),
                        NOON,
                        "Ann",
                        EventKind.NOTES_CHANGED,
                        "changed the notes",
                        Map.of())));

        assertThat(project("history", ID.toString(), "--limit", "5", "--before", "9")
                        .out())
                .containsPattern("8 +2026-01-02T12:00:00Z +Ann +changed the notes");
    }

    @Test
    void doesTheSameToAllThatAFilterFinds() {
        server.on("GET /api/v1/projects?tag=rain", List.of(project(ID, "Bridge", List.of("rain"))))
                .on(
                        "POST /api/v1/projects/bulk",
                        List.of(new BulkResult(ID, true, "Paused."), new BulkResult(OTHER, false, "No run.")));

        Said said = project("bulk", "pause", "--tag", "rain");

        assertThat(said.exitCode()).isEqualTo(Winslow.FAILED);
        assertThat(said.out()).containsPattern("yes +Paused.").containsPattern("no +No run.");
        assertThat(server.request("POST /api/v1/projects/bulk").body())
                .contains("\"action\":\"PAUSE\"")
                .contains(ID.toString());
        assertThat(project("bulk", "pause").error()).contains("Name projects");
        assertThat(answering("n\n", "bulk", "delete", ID.toString()).error()).contains("Delete 1 projects");
    }

    private Said project(String... more) {
        List<String> line = new ArrayList<>(List.of("project"));
        line.addAll(List.of(more));
        return Said.to(server, line.toArray(String[]::new));
    }

    private Said answering(String answer, String... more) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        try {
            return project(more);
        } finally {
            System.setIn(before);
        }
    }

    private static ProjectView project(UUID id, String name, List<String> tags) {
        return new ProjectView(
                id,
                name,
                "cars",
                tags,
                Optional.of("Ann"),
                NOON,
                ProjectState.FAILED,
                Optional.empty(),
                List.of(),
                Right.OWN);
    }

    private static TodoItem item(UUID id, String text) {
        return new TodoItem(id, text, false, NOON, "Ann", NOON, "Ann");
    }
}
