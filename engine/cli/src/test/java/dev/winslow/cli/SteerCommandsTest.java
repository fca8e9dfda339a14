package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.MigrationPreview;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
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

class SteerCommandsTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final UUID RUN = new UUID(2, 2);
    private static final UUID ATTEMPT = new UUID(3, 3);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String OF_RUN = "/api/v1/runs/" + RUN;
    private static final RunView STANDING = new RunView(
            RUN,
            PROJECT,
            "hello-video",
            1,
            RunState.PAUSED,
            NOON,
            Optional.empty(),
            true,
            Optional.empty(),
            Map.of(),
            List.of(new StepView(
                    "detect",
                    "Detect vehicles",
                    false,
                    StepState.PAUSED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("No node is there."))),
            true,
            new Timing(Duration.ofSeconds(125), Optional.of(Duration.ofMinutes(70))),
            2);

    private final StubServer server;

    SteerCommandsTest() throws IOException {
        server = new StubServer();
        server.on(
                "GET /api/v1/projects/" + PROJECT,
                new ProjectView(
                        PROJECT,
                        "Bridge",
                        "hello-video",
                        List.of(),
                        Optional.of("ann"),
                        NOON,
                        ProjectState.PAUSED,
                        Optional.of(RUN),
                        List.of(),
                        Right.OWN));
        server.on("GET " + OF_RUN, STANDING);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void migratesOrOnlySaysWhatThatWouldDo() {
        String migration = OF_RUN + "/migration";
        server.on(
                        "GET " + migration + "?to=3",
                        new MigrationPreview(true, "The run goes on with version 3.", "hello-video", 1, 3))
                .on("GET " + migration, new MigrationPreview(false, "A node is at work on it.", "hello-video", 1, 4))
                .on("POST " + migration, STANDING);

        Said dry = Said.to(server, "project", "migrate", PROJECT.toString(), "--to", "3", "--dry-run");
        assertThat(dry.error()).contains("The run goes on with version 3.");
        assertThat(server.requests()).noneMatch(request -> request.line().startsWith("POST"));

        assertThat(Said.to(server, "project", "migrate", PROJECT.toString(), "--to", "3")
                        .out())
                .contains("is PAUSED");
        assertThat(server.request("POST " + migration).body()).contains("3");

        Said refused = Said.to(server, "project", "migrate", PROJECT.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.error()).contains("A node is at work on it.");
    }

    @Test
    void startsAtAnyStepWithFilesOfAnAttempt() {
        server.on("POST /api/v1/projects/" + PROJECT + "/runs", STANDING);

        Said said = steer("start", "--at", "detect", "--workspace", ATTEMPT.toString(), "--env", "GAP=3");

        assertThat(said.out())
                .contains("is PAUSED, paused, for 2 min 5 s, about 1 h 10 min left, 2 warnings")
                .containsPattern("detect +Detect vehicles +PAUSED");
        assertThat(server.request("POST /api/v1/projects/" + PROJECT + "/runs").body())
                .contains("\"step\":\"detect\"")
                .contains("\"attempt\":\"" + ATTEMPT)
                .contains("\"GAP\":\"3\"");
    }

    @Test
    void startsARunThatTakesNothingOver() {
        server.on("POST /api/v1/projects/" + PROJECT + "/runs", STANDING);

        assertThat(steer("start", "--fresh").exitCode()).isZero();

        assertThat(server.request("POST /api/v1/projects/" + PROJECT + "/runs").body())
                .contains("\"reuse\":false");
    }

    @Test
    void saysWhatAJumpWouldDoBeforeItDoesIt() {
        server.on(
                "GET " + OF_RUN + "/jump?to=detect",
                new JumpPreview(true, "It goes on.", List.of(), List.of(), Optional.empty()));
        server.on("POST " + OF_RUN + "/jump", STANDING);

        assertThat(steer("jump", "detect", "--dry-run").error()).contains("It goes on.");
        assertThat(server.requests()).noneMatch(request -> request.line().startsWith("POST"));
        assertThat(steer("jump", "detect", "--workspace", "empty").exitCode()).isZero();
        assertThat(server.request("POST " + OF_RUN + "/jump").body()).contains("EMPTY");
    }

    @Test
    void pausesResumesSkipsRetriesAndCancels() {
        server.on("POST " + OF_RUN + "/pause", STANDING)
                .on("POST " + OF_RUN + "/resume", STANDING)
                .on("POST " + OF_RUN + "/steps/detect/skip", STANDING)
                .on("POST " + OF_RUN + "/steps/detect/retry", STANDING)
                .on("POST " + OF_RUN + "/cancel", STANDING);

        assertThat(steer("pause", "--after", "detect").exitCode()).isZero();
        assertThat(server.request("POST " + OF_RUN + "/pause").body()).contains("detect");
        assertThat(steer("resume", "--env", "GAP=3").exitCode()).isZero();
        assertThat(server.request("POST " + OF_RUN + "/resume").body()).contains("GAP");
        assertThat(steer("skip", "detect").exitCode()).isZero();
        assertThat(steer("retry", "detect").exitCode()).isZero();
        assertThat(steer("cancel").exitCode()).isZero();
    }

    @Test
    void abortsAllAttemptsThatRun() {
        String abort = "/api/v1/attempts/" + ATTEMPT + "/abort";
        server.on(
                        "GET " + OF_RUN + "/attempts",
                        List.of(attempt(ATTEMPT, AttemptState.RUNNING), attempt(RUN, AttemptState.FAILED)))
                .on("POST " + abort, 204, "", Map.of());

        assertThat(steer("abort").exitCode()).isZero();

        assertThat(server.requests())
                .filteredOn(request -> request.line().startsWith("POST"))
                .extracting(StubServer.Request::line)
                .containsExactly("POST " + abort);
    }

    private static AttemptView attempt(UUID id, AttemptState state) {
        return new AttemptView(
                id,
                RUN,
                "detect",
                "Detect vehicles",
                1,
                state,
                Optional.of("node"),
                Optional.of(NOON),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                "tool:1",
                List.of(),
                Map.of(),
                Optional.empty(),
                new Timing(Duration.ZERO, Optional.empty()));
    }

    @Test
    void tellsWhatIsNoWorkspace() {
        assertThat(steer("start", "--workspace", "mine").error()).contains("\"mine\" is no workspace");
    }

    private Said steer(String command, String... more) {
        List<String> line = new java.util.ArrayList<>(List.of("project", command, PROJECT.toString()));
        line.addAll(List.of(more));
        return Said.to(server, line.toArray(String[]::new));
    }
}
