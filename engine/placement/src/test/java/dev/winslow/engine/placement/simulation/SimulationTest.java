package dev.winslow.engine.placement.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.placement.Claimant;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.RunningStage;
import dev.winslow.engine.placement.simulation.Workload.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulationTest {
    private static final long GIB = 1L << 30;
    private static final Policy WINSLOW = Policy.winslow(Duration.ofMinutes(2));

    @Test
    void measuresOneStageAfterTheOther() {
        Workload workload = new Workload(
                List.of(node("N1", 4, 0)),
                List.of(
                        arrival("a", "P", 4, 0, 0, 60),
                        arrival("b", "P", 4, 0, 0, 60),
                        arrival("c", "P", 2, 0, 300, 60)));

        Outcome outcome = Simulation.play(workload, WINSLOW);

        assertThat(outcome.makespan()).isEqualTo(Duration.ofMinutes(6));
        assertThat(outcome.bound()).isEqualTo(Duration.ofMinutes(6));
        assertThat(outcome.meanWait()).isEqualTo(Duration.ofSeconds(20));
        assertThat(outcome.p95Wait()).isEqualTo(Duration.ofMinutes(1));
        assertThat(outcome.coreUse()).isCloseTo((240 + 240 + 120) / (4 * 360.0), within(1e-9));
        assertThat(outcome.fairness()).isEqualTo(1);
    }

    @Test
    void saysWhatNoNodeCanTake() {
        Workload workload = new Workload(
                List.of(node("N1", 4, 0)), List.of(arrival("big", "P", 8, 0, 0, 60), arrival("a", "P", 1, 0, 0, 60)));

        assertThat(Simulation.play(workload, WINSLOW).neverPlaced()).containsExactly("big");
        assertThat(Simulation.play(workload, Policy.firstCome()).stages()).isEqualTo(1);
    }

    @Test
    void lettingNobodyOvertakeCostsTime() {
        Workload workload = new Workload(
                List.of(node("N1", 4, 0)),
                List.of(
                        arrival("a", "P", 3, 0, 0, 100),
                        arrival("b", "P", 4, 0, 1, 100),
                        arrival("c", "P", 1, 0, 2, 90)));

        assertThat(Simulation.play(workload, Policy.firstCome()).makespan()).isEqualTo(Duration.ofSeconds(290));
        assertThat(Simulation.play(workload, WINSLOW).makespan()).isEqualTo(Duration.ofSeconds(200));
    }

    @Test
    void spreadingLeavesNoRoomForLargeStages() {
        List<NodeResources> nodes = List.of(node("N1", 4, 0), node("N2", 4, 0));
        Workload workload = new Workload(
                nodes,
                List.of(
                        arrival("a", "P", 1, 0, 0, 100),
                        arrival("b", "P", 1, 0, 1, 100),
                        arrival("c", "P", 4, 0, 2, 100)));

        assertThat(Simulation.play(workload, Policy.spreading()).meanWait())
                .isGreaterThan(Simulation.play(workload, WINSLOW).meanWait());
    }

    @Test
    void isFairerToAProjectWithFewStagesThanTheOrderOfArrival() {
        List<Arrival> arrivals = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> arrivals.add(arrival("many" + i, "MANY", 2, 0, 0, 60)));
        IntStream.range(0, 4).forEach(i -> arrivals.add(arrival("few" + i, "FEW", 2, 0, 1, 60)));
        Workload workload = new Workload(List.of(node("N1", 4, 0)), arrivals);

        Outcome ours = Simulation.play(workload, WINSLOW);
        Outcome inOrder = Simulation.play(workload, Policy.firstCome());

        assertThat(ours.makespan()).isEqualTo(inOrder.makespan());
        assertThat(ours.fairness()).isGreaterThan(0.9).isGreaterThan(inOrder.fairness() + 0.2);
    }

    static List<Policy> policies() {
        return List.of(WINSLOW, Policy.firstCome(), Policy.spreading());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void runsEachStageOnceAndNeverBelowTheBound(Policy policy) {
        Random random = new Random(7);
        List<Arrival> arrivals = IntStream.range(0, 300)
                .mapToObj(i -> arrival(
                        "s" + i,
                        "P" + random.nextInt(5),
                        1 + random.nextInt(8),
                        random.nextInt(3),
                        random.nextInt(3000),
                        1 + random.nextInt(600)))
                .toList();
        Workload workload = new Workload(List.of(node("N1", 8, 2), node("N2", 16, 2), node("N3", 32, 0)), arrivals);

        Outcome outcome = Simulation.play(workload, policy);

        assertThat(outcome.stages()).isEqualTo(300);
        assertThat(outcome.neverPlaced()).isEmpty();
        assertThat(outcome.makespan()).isGreaterThanOrEqualTo(outcome.bound());
        assertThat(outcome.gpuUse()).isBetween(0.0, 1.0);
        assertThat(outcome.fairness()).isBetween(0.0, 1.0);
        assertThat(Simulation.play(workload, policy)).isEqualTo(outcome);
    }

    @Test
    void beginsWithEmptyNodes() {
        NodeResources busy = new NodeResources(
                idOf("N1"),
                "N1",
                NodeState.ONLINE,
                new Capabilities(4, GIB, List.of(), Set.of()),
                List.of(arrival("a", "P", 1, 0, 0, 1).stage()));

        assertThatThrownBy(() -> new Workload(List.of(busy), List.of())).hasMessageContaining("N1");
    }

    private static Arrival arrival(String id, String project, double cores, int gpus, int at, int seconds) {
        return new Arrival(
                id,
                new RunningStage(
                        id, new Claimant(idOf(project), ""), new Requirements(cores, GIB, gpus, Set.of()), List.of()),
                0,
                Duration.ofSeconds(at),
                Duration.ofSeconds(seconds));
    }

    private static NodeResources node(String name, int cores, int gpus) {
        List<Gpu> list = IntStream.range(0, gpus)
                .mapToObj(i -> new Gpu(i, "GPU", 16 * GIB, "1"))
                .toList();
        return new NodeResources(
                idOf(name), name, NodeState.ONLINE, new Capabilities(cores, 64 * GIB, list, Set.of()), List.of());
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
