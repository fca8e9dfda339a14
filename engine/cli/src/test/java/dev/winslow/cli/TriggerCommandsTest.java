package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TriggerCommandsTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final UUID TRIGGER = new UUID(2, 2);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final FiringView MISSED = new FiringView(
            new UUID(3, 3),
            TRIGGER,
            NOON,
            NOON,
            FiringOutcome.MISSED,
            Optional.empty(),
            Optional.empty(),
            "The time was missed.");
    private static final TriggerView NIGHTLY = new TriggerView(
            TRIGGER,
            "every night",
            new TriggerSource.Cron(PROJECT, "0 3 * * *", "UTC"),
            List.of(),
            true,
            List.of(NOON),
            Optional.of(MISSED),
            Optional.of(MISSED),
            "cli",
            NOON);

    private final StubServer server;

    TriggerCommandsTest() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsTriggersAndWhatCameOfThem() {
        server.on("GET /api/v1/triggers?project=" + PROJECT, List.of(NIGHTLY))
                .on("GET /api/v1/triggers/" + TRIGGER + "/firings", List.of(MISSED));

        assertThat(trigger("list", "--project", PROJECT.toString()).out())
                .containsPattern("every night +0 3 \\* \\* \\* UTC +yes +2026-01-02T12:00:00Z");
        assertThat(trigger("show", TRIGGER.toString()).out()).containsPattern("MISSED +- +The time was missed.");
    }

    @Test
    void addsATriggerOfEachKind() {
        server.on("POST /api/v1/triggers", new CreatedTrigger(NIGHTLY, Optional.of("a-token")));

        Said called = trigger("add", "robot", "--project", PROJECT.toString(), "--call", "--env", "GAP=3");
        trigger("add", "soon", "--project", PROJECT.toString(), "--at", "2026-05-01T06:00", "--zone", "Europe/Berlin");
        trigger("add", "then", "--project", PROJECT.toString(), "--at", "2026-05-01T06:00:00+01:00");
        trigger("add", "nightly", "--project", PROJECT.toString(), "--cron", "0 3 * * *", "--zone", "UTC");
        trigger(
                "add",
                "films",
                "--folder",
                "incoming",
                "--pipeline",
                "hello-video",
                "--files",
                "*.mp4",
                "--tag",
                "new");

        assertThat(called.out()).contains("not shown again: a-token").contains("fires at 2026-01-02T12:00:00Z");
        assertThat(server.requests().stream().map(StubServer.Request::body))
                .satisfiesExactly(
                        call -> assertThat(call).contains("\"kind\":\"call\"", "\"GAP\":\"3\""),
                        at -> assertThat(at).contains("\"kind\":\"once\"", "2026-05-01T04:00:00Z"),
                        then -> assertThat(then).contains("2026-05-01T05:00:00Z"),
                        cron -> assertThat(cron).contains("\"kind\":\"cron\"", "\"0 3 * * *\"", "\"UTC\""),
                        folder -> assertThat(folder)
                                .contains("\"kind\":\"folder\"", "incoming", "*.mp4", "{file}", "hello-video", "new"));
    }

    @Test
    void enablesDisablesAndRemoves() {
        server.on("POST /api/v1/triggers/" + TRIGGER + "/enable", NIGHTLY)
                .on("POST /api/v1/triggers/" + TRIGGER + "/disable", NIGHTLY)
                .on("DELETE /api/v1/triggers/" + TRIGGER, 204, "", Map.of());

        assertThat(trigger("disable", TRIGGER.toString()).out()).contains("Disabled every night");
        assertThat(trigger("enable", TRIGGER.toString()).out()).contains("Enabled every night");
        assertThat(trigger("remove", TRIGGER.toString()).out()).contains("Removed");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(trigger("add", "x").error()).contains("one of --call, --at, --cron and --folder");
        assertThat(trigger("add", "x", "--call").error()).contains("Give --project");
        assertThat(trigger("add", "x", "--folder", "in").error()).contains("Give --pipeline");
        assertThat(trigger("add", "x", "--project", PROJECT.toString(), "--at", "soon")
                        .error())
                .contains("\"soon\" is no time");
    }

    private Said trigger(String command, String... more) {
        List<String> line = new java.util.ArrayList<>(List.of("trigger", command));
        line.addAll(List.of(more));
        return Said.to(server, line.toArray(String[]::new));
    }
}
