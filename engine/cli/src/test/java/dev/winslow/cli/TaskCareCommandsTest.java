package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.task.TaskComment;
import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskCareCommandsTest {
    private static final UUID ID = new UUID(1, 1);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String TASK = "/api/v1/tasks/" + ID;

    private final StubServer server;

    TaskCareCommandsTest() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesATaskOnAndHandsItOver() {
        server.on("POST " + TASK + "/claim", task(Optional.of("cli")))
                .on("PUT " + TASK + "/assignee", task(Optional.of("Ada")));

        assertThat(Said.to(server, "task", "claim", ID.toString()).out()).startsWith("\"Review\" is yours");
        assertThat(Said.to(server, "task", "give", ID.toString(), "Ada").out()).startsWith("Ada does \"Review\"");
        assertThat(server.request("PUT " + TASK + "/assignee").body()).contains("Ada");
    }

    @Test
    void setsWhenATaskIsDue() {
        server.on("PUT " + TASK + "/due", task(Optional.empty()));

        assertThat(Said.to(server, "task", "due", ID.toString(), NOON.toString())
                        .out())
                .startsWith("Due 2026-01-02T12:00:00Z");
        assertThat(server.request("PUT " + TASK + "/due").body()).contains("2026-01-02T12:00:00Z");
    }

    @Test
    void saysHowATimeIsWritten() {
        Said said = Said.to(server, "task", "due", ID.toString(), "tomorrow");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.error()).contains("Expected a time such as 2026-05-01T12:00:00Z, but got tomorrow.");
    }

    @Test
    void commentsAndShowsWhatWasSaid() {
        TaskComment comment = new TaskComment(ID, "Shadows count as cars.", NOON, "cli");
        server.on("POST " + TASK + "/comments", comment).on("GET " + TASK + "/comments", List.of(comment));

        Said said = Said.to(server, "task", "comment", ID.toString(), "Shadows count as cars.");

        assertThat(said.out()).contains("cli").contains("Shadows count as cars.");
    }

    private static TaskView task(Optional<String> assignee) {
        return new TaskView(
                ID,
                ID,
                ID,
                "Bridge",
                "review",
                "Review",
                TaskForm.REVIEW,
                NOON,
                assignee,
                Map.of(),
                List.of(),
                Optional.of(NOON),
                0);
    }
}
