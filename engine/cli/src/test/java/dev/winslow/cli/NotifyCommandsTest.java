package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.notify.RuleView;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotifyCommandsTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final UUID RULE_ID = new UUID(2, 2);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String MINE = "/api/v1/me/notifications";
    private static final String OF_PROJECT = "/api/v1/projects/" + PROJECT + "/notifications";
    private static final RuleView RULE = new RuleView(
            RULE_ID,
            Optional.empty(),
            Optional.of("cli"),
            List.of(EventKind.RUN_FAILED),
            new Receiver.Webhook(URI.create("https://example.org/hook")),
            true,
            "cli",
            NOON,
            Optional.empty(),
            Optional.empty(),
            Optional.of("The webhook answered 503."),
            Optional.empty());

    private final StubServer server;

    NotifyCommandsTest() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsRulesWithTheirProblems() {
        server.on("GET " + MINE, List.of(RULE));

        assertThat(say("notify", "list").out())
                .containsPattern("https://example.org/hook +yes +- +The webhook answered 503.");
    }

    @Test
    void addsRulesForOneselfAndForAProject() {
        server.on("POST " + MINE, new CreatedRule(RULE, Optional.of("whsec_1")))
                .on("POST " + OF_PROJECT, new CreatedRule(RULE, Optional.empty()));

        Said mine = say(
                "notify",
                "add",
                "--webhook",
                "https://example.org/hook",
                "--kind",
                "run_failed",
                "--only",
                PROJECT.toString());
        say("notify", "add", "--email", "ann@example.org", "--project", PROJECT.toString());

        assertThat(mine.out()).contains("not shown again: whsec_1").contains("answered 503");
        assertThat(server.request("POST " + MINE).body())
                .contains("RUN_FAILED", "\"kind\":\"webhook\"", PROJECT.toString());
        assertThat(server.request("POST " + OF_PROJECT).body()).contains("ann@example.org", "\"kind\":\"email\"");
        assertThat(say("notify", "add").error()).contains("one of --webhook and --email");
    }

    @Test
    void enablesDisablesAndRemoves() {
        server.on("POST " + OF_PROJECT + "/" + RULE_ID + "/enable", RULE)
                .on("POST " + MINE + "/" + RULE_ID + "/disable", RULE)
                .on("DELETE " + MINE + "/" + RULE_ID, 204, "", Map.of());

        assertThat(say("notify", "enable", RULE_ID.toString(), "--project", PROJECT.toString())
                        .out())
                .contains("Enabled");
        assertThat(say("notify", "disable", RULE_ID.toString()).out()).contains("Disabled");
        assertThat(say("notify", "remove", RULE_ID.toString()).out()).contains("Removed");
    }

    @Test
    void printsEventsAndGoesOnBehindTheLastAfterALostConnection() {
        EventView event = new EventView(
                7,
                Optional.of(5L),
                Optional.of(PROJECT),
                Optional.empty(),
                Optional.empty(),
                NOON,
                "ann",
                EventKind.RUN_SUCCEEDED,
                "the run succeeded",
                Map.of());
        String of = "GET /api/v1/events?project=" + PROJECT + "&";
        String stream = ": events after 4\n\nid: 5\nevent: RUN_SUCCEEDED\ndata: " + Api.JSON.writeValueAsString(event)
                + "\n\nid: 6\n: still here\n\n";
        server.on(of + "after=4", 200, stream, Map.of("Content-Type", "text/event-stream"))
                .on(of + "after=6", 409, "{\"detail\": \"Enough.\"}", Map.of());

        Said said = say("events", "--project", PROJECT.toString(), "--after", "4");

        assertThat(said.out()).contains(PROJECT + "  ann the run succeeded");
        assertThat(said.error()).contains("Enough.");
    }

    private Said say(String... words) {
        return Said.to(server, words);
    }
}
