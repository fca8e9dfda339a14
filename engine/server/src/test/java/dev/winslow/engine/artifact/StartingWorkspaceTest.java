package dev.winslow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.engine.pipeline.Flow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StartingWorkspaceTest {
    /** start, detect, a fork to render and charts, a join, review, and a choice that leads to the end or back to detect. */
    private static final Flow FLOW = new Flow(
            Map.of(
                    "detect", List.of("start", "choice"),
                    "fork", List.of("detect"),
                    "render", List.of("fork"),
                    "charts", List.of("fork"),
                    "join", List.of("render", "charts"),
                    "review", List.of("join"),
                    "choice", List.of("review"),
                    "end", List.of("choice")),
            Set.of("join"),
            Map.of("fork", Flow.Fork.ALL),
            List.of());

    @Test
    void startsEmptyAtTheBeginning() {
        assertThat(StartingWorkspace.of("detect", FLOW, Map.of())).isEmpty();
    }

    @Test
    void startsWithWhatTheStageBeforeLeftAndNotWithWhatItsSiblingLeft() {
        var left = snapshots(
                snapshot("detect", 1, file("detections", 1)),
                snapshot("render", 2, file("detections", 1), file("video", 2)));

        assertThat(paths("charts", left)).containsExactly("detections");
    }

    @Test
    void joinsTheFilesOfAllBranches() {
        var left = snapshots(
                snapshot("detect", 1, file("detections", 1)),
                snapshot("render", 2, file("detections", 1), file("video", 2)),
                snapshot("charts", 3, file("detections", 1), file("chart", 3)));

        assertThat(paths("review", left)).containsExactlyInAnyOrder("detections", "video", "chart");
    }

    @Test
    void comesBackWithTheFilesOfTheWayItCameLast() {
        var left = snapshots(
                snapshot("detect", 1, file("detections", 1)),
                snapshot("render", 2, file("detections", 1)),
                snapshot("charts", 3, file("detections", 1)),
                snapshot("review", 4, file("detections", 1), file("answer", 4)));

        assertThat(paths("detect", left)).containsExactly("answer", "detections");
    }

    @Test
    void takesTheNewerOfTwoFilesOfOnePath() {
        var left = snapshots(snapshot("render", 2, file("table", 1)), snapshot("charts", 3, file("table", 7)));

        List<Artifact> start = StartingWorkspace.of("review", FLOW, left);

        assertThat(start).singleElement().extracting(Artifact::createdAt).isEqualTo(Instant.ofEpochSecond(7));
    }

    @Test
    void tellsWhetherTheRunCameAnewSinceThen() {
        var left =
                snapshots(snapshot("detect", 1), snapshot("render", 2), snapshot("charts", 4), snapshot("review", 3));

        assertThat(StartingWorkspace.cameAnew("render", FLOW, left, 1)).isFalse();
        assertThat(StartingWorkspace.cameAnew("render", FLOW, left, 0)).isTrue();
        assertThat(StartingWorkspace.cameAnew("review", FLOW, left, 3)).isTrue();
        assertThat(StartingWorkspace.cameAnew("review", FLOW, left, 4)).isFalse();
    }

    private static List<String> paths(String step, Map<String, Snapshot> left) {
        return StartingWorkspace.of(step, FLOW, left).stream()
                .map(Artifact::path)
                .toList();
    }

    private static Map<String, Snapshot> snapshots(Snapshot... snapshots) {
        return Arrays.stream(snapshots).collect(Collectors.toMap(Snapshot::stepId, Function.identity()));
    }

    private static Snapshot snapshot(String step, long sequence, Artifact... files) {
        return new Snapshot(step, sequence, List.of(files));
    }

    private static Artifact file(String path, long second) {
        return new Artifact(
                new UUID(second, path.hashCode()),
                Artifact.Source.upload(Optional.empty()),
                Area.WORKSPACE,
                path,
                new Artifact.Content(1, "0".repeat(64)),
                new Artifact.Location("bucket", path),
                Instant.ofEpochSecond(second));
    }
}
