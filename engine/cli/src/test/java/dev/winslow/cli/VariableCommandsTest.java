package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.variable.Origin;
import dev.winslow.api.variable.VariableView;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VariableCommandsTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final String OF_PROJECT = "/api/v1/projects/" + PROJECT + "/variables";

    private final StubServer server;

    VariableCommandsTest() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsValuesWithTheirOriginsAndNoSecret() {
        server.on(
                "GET " + OF_PROJECT,
                List.of(
                        new VariableView("GAP", Optional.of("3"), Origin.PROJECT, false, "GLOBAL"),
                        new VariableView("KEY", Optional.empty(), Origin.GLOBAL, true, "")));

        assertThat(Said.to(server, "variable", "list", "--project", PROJECT.toString())
                        .out())
                .containsPattern("GAP +3 +PROJECT +GLOBAL")
                .containsPattern("KEY +••• +GLOBAL");
    }

    @Test
    void showsWhoChangedThoseOfAllProjects() {
        server.on(
                "GET /api/v1/variables/history?limit=5",
                List.of(new EventView(
                        8,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.parse("2026-01-02T12:00:00Z"),
                        "Ann",
                        EventKind.VARIABLE_CHANGED,
                        "set GAP for all projects to \"3\"",
                        Map.of())));

        assertThat(Said.to(server, "variable", "history", "--limit", "5").out())
                .containsPattern("8 +2026-01-02T12:00:00Z +Ann +set GAP for all projects to \"3\"");
    }

    @Test
    void setsAndRemovesOfAllProjectsOrOfOne() {
        server.on("PUT /api/v1/variables/KEY", 204, "", Map.of())
                .on("PUT " + OF_PROJECT + "/GAP", 204, "", Map.of())
                .on("DELETE " + OF_PROJECT + "/GAP", 204, "", Map.of());

        assertThat(Said.to(server, "variable", "set", "KEY", "sesame", "--secret")
                        .out())
                .isEqualToIgnoringNewLines("Set KEY");
        assertThat(server.request("PUT /api/v1/variables/KEY").body())
                .contains("\"value\":\"sesame\"")
                .contains("\"secret\":true");
        assertThat(Said.to(server, "variable", "set", "GAP", "3", "--project", PROJECT.toString())
                        .exitCode())
                .isZero();
        assertThat(Said.to(server, "variable", "unset", "GAP", "--project", PROJECT.toString())
                        .out())
                .startsWith("Removed GAP");
    }
}
