package dev.winslow.engine.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Requirements;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What placement does so that nodes are neither idle at the end nor have GPUs that nothing can be run beside. */
class UrgentPlacementTest {
    private static final long GIB = 1L << 30;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Requirements GPU = new Requirements(4, 16 * GIB, 1, Set.of());
    private static final Requirements CORES = new Requirements(8, 8 * GIB, 0, Set.of());

    @ParameterizedTest(name = "of {0} minutes among {1} others")
    @CsvSource({"60, 4, true", "60, 40, false", "5, 4, false", "-1, 4, false"})
    void startsFirstWhatWouldEndLast(int minutes, int others, boolean first) {
        List<PlacementRequest> requests = IntStream.range(0, others)
                .mapToObj(i -> waiting("short" + i, "ann", 10, 10, CORES))
                .collect(Collectors.toCollection(ArrayList::new));
        requests.add(waiting("long", "ann", 0, minutes, CORES));

        assertThat(decide(requests, node("N1", 8, 0), node("N2", 8, 0)).contains(placed("long", "N1")))
                .isEqualTo(first);
    }

    @Test
    void keepsANodeForWhatWouldEndLast() {
        Requirements whole = new Requirements(16, 8 * GIB, 0, Set.of());

        List<Decision> decisions = decide(
                List.of(waiting("long", "ann", 0, 300, whole), waiting("short", "bob", 1, 30, CORES)),
                node("N1", 16, 0, running("other", 20, CORES)),
                node("N2", 16, 0, running("another", 200, whole)));

        assertThat(decisions).noneMatch(Decision.Placed.class::isInstance);
    }

    @ParameterizedTest(name = "{0} minutes")
    @CsvSource({"119, long", "121, patient"})
    void letsAnUrgentStagePassWhoHasNotWaitedForTwiceAsLongAsItTakes(int waited, String first) {
        List<Decision> decisions = decide(
                List.of(waiting("long", "ann", 0, 60, CORES), waiting("patient", "bob", waited, 10, CORES)),
                node("N1", 8, 0),
                node("N2", 8, 0, running("other", -1, CORES)));

        assertThat(decisions).contains(placed(first, "N1"));
    }

    @Test
    void leavesToGpusWhatStagesNeedBesideThem() {
        List<Decision> decisions = decide(
                List.of(waiting("cores", "ann", 0, -1, CORES), waiting("gpu", "bob", 0, -1, GPU)),
                node("G1", 8, 1, running("other", -1, GPU)),
                node("N1", 8, 0, running("another", -1, CORES)));

        assertThat(decisions).noneMatch(Decision.Placed.class::isInstance);
        assertThat(why("cores", decisions)).contains("G1 is busy with other", "N1 is busy with another");
    }

    @Test
    void saysThatANodeIsLeftToStagesWithGpus() {
        List<Decision> decisions = decide(
                List.of(waiting("cores", "ann", 0, -1, CORES), waiting("gpus", "bob", 0, -1, twoGpus())),
                node("G1", 16, 2, running("other", -1, GPU)),
                node("N1", 8, 0, running("another", -1, CORES)));

        assertThat(why("cores", decisions)).contains("G1 is left to stages that wait for its GPUs");
    }

    @Test
    void givesCoresOfANodeWithGpusToOthersWhereNobodyWaitsForThem() {
        List<Decision> decisions = decide(
                List.of(waiting("cores", "ann", 0, -1, CORES)),
                node("G1", 16, 2, running("other", -1, GPU)),
                node("N1", 8, 0, running("another", -1, CORES)));

        assertThat(decisions).containsExactly(placed("cores", "G1"));
    }

    @Test
    void locksOutNobodyWhoFitsNowhereElse() {
        List<Decision> decisions = decide(
                List.of(waiting("cores", "ann", 0, -1, CORES), waiting("gpus", "bob", 0, -1, twoGpus())),
                node("G1", 16, 2, running("other", -1, GPU)),
                node("N1", 4, 0));

        assertThat(decisions).contains(placed("cores", "G1"));
    }

    private static Requirements twoGpus() {
        return new Requirements(12, 16 * GIB, 2, Set.of());
    }

    private static String why(String job, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.jobId().equals(job))
                .map(decision -> ((Decision.Waiting) decision).why().sentence())
                .findFirst()
                .orElseThrow();
    }

    private static List<Decision> decide(List<PlacementRequest> requests, NodeResources... nodes) {
        return Placement.decide(requests, List.of(nodes), PATIENCE);
    }

    private static Decision placed(String job, String node) {
        return new Decision.Placed(job, idOf(node));
    }

    private static PlacementRequest waiting(String job, String user, int waited, int minutes, Requirements needs) {
        return new PlacementRequest(job, job, of(user), 0, Duration.ofMinutes(waited), known(minutes), needs, Map.of());
    }

    private static RunningStage running(String name, int minutesLeft, Requirements needs) {
        return new RunningStage(name, of("cleo"), needs, needs.gpus() > 0 ? List.of(0) : List.of(), known(minutesLeft));
    }

    private static Optional<Duration> known(int minutes) {
        return minutes < 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
    }

    private static Claimant of(String user) {
        return new Claimant(idOf(user), user);
    }

    private static NodeResources node(String name, int cores, int gpus, RunningStage... running) {
        List<Gpu> list = IntStream.range(0, gpus)
                .mapToObj(i -> new Gpu(i, "GPU", 24 * GIB, ""))
                .toList();
        return new NodeResources(
                idOf(name),
                name,
                NodeState.ONLINE,
                new Capabilities(cores, 64 * GIB, list, Set.of()),
                Arrays.asList(running));
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
