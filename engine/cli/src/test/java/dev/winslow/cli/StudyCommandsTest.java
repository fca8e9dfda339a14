package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.study.ParameterValues;
import dev.winslow.api.study.StudyRun;
import dev.winslow.api.study.StudySummary;
import dev.winslow.api.study.StudyView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StudyCommandsTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final UUID STUDY = new UUID(2, 2);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String OF_PROJECT = "/api/v1/projects/" + PROJECT + "/studies";
    private static final String OF_STUDY = "/api/v1/studies/" + STUDY;
    private static final StudySummary SUMMARY = new StudySummary(
            STUDY,
            PROJECT,
            "Gaps",
            NOON,
            "ann",
            List.of(new ParameterValues("GAP", List.of("1"))),
            Map.of(RunState.SUCCEEDED, 1, RunState.QUEUED, 2));
    private static final StudyView VIEW = new StudyView(
            SUMMARY,
            List.of(new StudyRun(
                    1,
                    new UUID(3, 3),
                    Map.of("GAP", "7"),
                    RunState.SUCCEEDED,
                    NOON,
                    Optional.of(NOON),
                    Duration.ofSeconds(42),
                    Map.of("quality", "good"),
                    List.of(new FileView(
                            new UUID(4, 4),
                            Area.OUTPUT,
                            "tracks.csv",
                            1,
                            "",
                            NOON,
                            Optional.empty(),
                            Optional.empty())))));

    private final StubServer server;

    StudyCommandsTest() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void startsARunForEachCombination() {
        server.on("POST " + OF_PROJECT, VIEW);

        Said said = Said.to(
                server,
                "study",
                "start",
                PROJECT.toString(),
                "--vary",
                "GAP=0.1..0.9:0.2",
                "--vary",
                "MODEL=a,b",
                "--env",
                "SHARED=yes",
                "--at",
                "track",
                "--workspace",
                "latest");

        assertThat(said.out()).contains("Started study " + STUDY + " with 1 runs");
        assertThat(server.request("POST " + OF_PROJECT).body())
                .contains("[{\"name\":\"GAP\",\"values\":\"0.1..0.9:0.2\"},{\"name\":\"MODEL\",\"values\":\"a,b\"}]")
                .contains("\"SHARED\":\"yes\"", "\"step\":\"track\"", "LATEST");
    }

    @Test
    void leavesItToTheServerToRefuseAVariableThatIsNamedTwice() {
        server.on("POST " + OF_PROJECT, VIEW);

        Said.to(server, "study", "start", PROJECT.toString(), "--vary", "GAP=1,2", "--vary", "GAP=3");

        assertThat(server.request("POST " + OF_PROJECT).body())
                .contains("[{\"name\":\"GAP\",\"values\":\"1,2\"},{\"name\":\"GAP\",\"values\":\"3\"}]");
    }

    @Test
    void showsResultsBesideParameters() {
        server.on("GET " + OF_STUDY, VIEW).on("GET " + OF_STUDY + "/table.csv", 200, "number,GAP\r\n1,7\r\n", Map.of());

        assertThat(Said.to(server, "study", "show", STUDY.toString()).out())
                .containsPattern("NO +GAP +STATE +SECONDS +quality +FILES +RUN")
                .containsPattern("1 +7 +SUCCEEDED +42 +good +tracks.csv");
        assertThat(Said.to(server, "study", "show", STUDY.toString(), "--csv").out())
                .isEqualTo("number,GAP\r\n1,7\r\n");
    }

    @Test
    void listsAndCancels() {
        server.on("GET " + OF_PROJECT, List.of(SUMMARY)).on("POST " + OF_STUDY + "/cancel", VIEW);

        assertThat(Said.to(server, "study", "list", PROJECT.toString()).out())
                .containsPattern(STUDY + " +Gaps +2026-01-02T12:00:00Z +ann +2 QUEUED, 1 SUCCEEDED");
        assertThat(Said.to(server, "study", "cancel", STUDY.toString()).out()).contains("2 QUEUED, 1 SUCCEEDED");
    }
}
