package dev.winslow.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.run.RunState;
import dev.winslow.api.study.ParameterValues;
import dev.winslow.api.study.StudyRun;
import dev.winslow.api.study.StudySummary;
import dev.winslow.api.study.StudyView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StudyTableTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final UUID PROJECT = new UUID(1, 1);
    private static final UUID FILE = new UUID(2, 2);

    @Test
    void putsResultsBesideTheirParameters() {
        String csv = StudyTable.csv(study(
                run(1, "-0.5", Map.of("quality", "good"), List.of(file("tracks.csv"))),
                run(2, "x,\"y\"", Map.of("count", "12"), List.of())));

        assertThat(csv.split("\r\n"))
                .containsExactly(
                        "number,GAP,run,state,started,seconds,count,quality,tracks.csv",
                        "1,-0.5,%s,SUCCEEDED,2026-01-02T12:00:00Z,1.050,,good,/api/v1/projects/%s/files/%s"
                                .formatted(new UUID(3, 1), PROJECT, FILE),
                        "2,\"x,\"\"y\"\"\",%s,SUCCEEDED,2026-01-02T12:00:00Z,1.050,12,,".formatted(new UUID(3, 2)));
    }

    @Test
    void bringsNoFormulasIntoSpreadsheets() {
        String csv = StudyTable.csv(study(run(1, "1", Map.of("note", "=HYPERLINK(1)", "sum", "+1e3"), List.of())));

        assertThat(csv).contains(",'=HYPERLINK(1),+1e3");
    }

    private static StudyView study(StudyRun... runs) {
        return new StudyView(
                new StudySummary(
                        new UUID(4, 4),
                        PROJECT,
                        "GAP",
                        NOON,
                        "ann",
                        List.of(new ParameterValues("GAP", List.of("-0.5"))),
                        Map.of()),
                List.of(runs));
    }

    private static StudyRun run(int number, String gap, Map<String, String> results, List<FileView> files) {
        return new StudyRun(
                number,
                new UUID(3, number),
                Map.of("GAP", gap),
                RunState.SUCCEEDED,
                NOON,
                Optional.of(NOON),
                Duration.ofMillis(1050),
                results,
                files);
    }

    private static FileView file(String path) {
        return new FileView(FILE, Area.OUTPUT, path, 1, "", NOON, Optional.empty(), Optional.empty());
    }
}
