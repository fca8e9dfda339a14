package dev.winslow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.artifact.Area;
import dev.winslow.engine.pipeline.Flow;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"detect", "render", "review", "choice"})
    void isDecidedByTheSnapshotsNearItAsByAll(String step) {
        List<String> steps =
                List.of("start", "detect", "render", "charts", "review", "entry:detect", "entry:fork", "entry:review");
        int decided = 0;
        for (int some = 0; some < 1 << steps.size(); some++) {
            Map<String, Snapshot> left = snapshots(some, steps);
            Map<String, Snapshot> near = new HashMap<>(left);
            near.keySet().retainAll(StartingWorkspace.near(step, FLOW));
            if (StartingWorkspace.isDecided(step, FLOW, near.keySet())) {
                decided++;
                assertThat(StartingWorkspace.of(step, FLOW, near))
                        .as("%s from %s", step, left.keySet())
                        .isEqualTo(StartingWorkspace.of(step, FLOW, left));
            }
        }
        assertThat(decided).isGreaterThan(32);
    }

    @Test
    void isNotDecidedByWhatLiesNearWhereAllOfThatWasPassedOver() {
        Map<String, Snapshot> near = new HashMap<>(snapshots(snapshot("start", 1, file("upload", 1))));
        near.keySet().retainAll(StartingWorkspace.near("choice", FLOW));

        assertThat(StartingWorkspace.isDecided("choice", FLOW, near.keySet())).isFalse();
    }

    private static Map<String, Snapshot> snapshots(int some, List<String> steps) {
        return IntStream.range(0, steps.size())
                .filter(each -> (some >> each & 1) == 1)
                .mapToObj(each -> snapshot(steps.get(each), each * 7 % 5, file(steps.get(each), each)))
                .collect(Collectors.toMap(Snapshot::stepId, Function.identity()));
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
