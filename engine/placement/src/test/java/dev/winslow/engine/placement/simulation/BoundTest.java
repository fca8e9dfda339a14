package dev.winslow.engine.placement.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.ContainerNeeds;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.NodeNeeds;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.placement.Claimant;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.RunningStage;
import dev.winslow.engine.placement.simulation.Workload.Arrival;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoundTest {
    private static final long GIB = 1L << 30;

    @Test
    void isTheWorkSpreadOverAllNodes() {
        assertThat(of(List.of(node("N1", 4, 0), node("N2", 4, 0)), stages(8, needs(2, 0), 0, 100)))
                .isEqualTo(200, within(1e-9));
    }

    @Test
    void isTheLongestStageWhereThereIsRoomForAll() {
        assertThat(of(List.of(node("N1", 4, 0)), stages(2, needs(1, 0), 30, 100)))
                .isEqualTo(130, within(1e-9));
    }

    @Test
    void countsOnlyWhatCanHaveRunBeforeTheOthersCome() {
        List<Arrival> early = stages(1, needs(1, 0), 0, 100);
        List<Arrival> late = stages(4, needs(4, 0), 90, 100);

        assertThat(of(List.of(node("N1", 4, 0)), together(early, late))).isEqualTo(100 + 400, within(1e-9));
    }

    @Test
    void knowsWhichNodesAStageIsConfinedTo() {
        List<NodeResources> nodes = List.of(node("N1", 4, 1), node("N2", 4, 0), node("N3", 4, 0));

        assertThat(of(nodes, together(stages(6, needs(1, 1), 0, 50), stages(2, needs(4, 0), 0, 50))))
                .isEqualTo(300, within(1e-9));
    }

    @Test
    void knowsThatTwoLargeStagesNeverShareANode() {
        assertThat(of(List.of(node("N1", 8, 0)), stages(3, needs(5, 0), 0, 100)))
                .isEqualTo(300, within(1e-9));
    }

    @Test
    void countsThePartOfAGpu() {
        Requirements quarter = new Requirements(
                0, GIB, 1, Set.of(), ContainerNeeds.NONE, new NodeNeeds(4 * GIB, Set.of(), Optional.empty(), Set.of()));

        assertThat(of(List.of(node("N1", 8, 1)), stages(8, quarter, 0, 100))).isEqualTo(200, within(1e-9));
    }

    @Test
    void knowsHowManyOfASizeFitSideBySide() {
        assertThat(of(
                        List.of(node("N1", 8, 0)),
                        together(stages(4, needs(3, 0), 0, 100), stages(1, needs(6, 0), 0, 50))))
                .isEqualTo(250, within(1e-9));
    }

    @Test
    void knowsThatAStageHoldsAGpuWithoutABreak() {
        assertThat(of(List.of(node("N1", 8, 2)), stages(3, needs(1, 1), 0, 100)))
                .isEqualTo(200, within(1e-9));
    }

    @Test
    void isNeverAboveTheBestOfAllSchedules() {
        Random random = new Random(11);
        int tight = 0;
        for (int i = 0; i < 300; i++) {
            List<NodeResources> nodes = List.of(node("N1", 4, 1), node("N2", 2 + random.nextInt(4), random.nextInt(2)));
            List<Arrival> arrivals = IntStream.range(0, 2 + random.nextInt(4))
                    .boxed()
                    .flatMap(any ->
                            stages(1, anyNeeds(random), 10 * random.nextInt(4), 10 * (1 + random.nextInt(6))).stream())
                    .toList();

            double best = new BestSchedule(nodes).seconds(arrivals);
            double bound = of(nodes, arrivals);

            assertThat(bound).as("%s on %s", arrivals, nodes).isLessThanOrEqualTo(best + 1e-9);
            tight += bound > best - 1e-9 ? 1 : 0;
        }
        assertThat(tight).isGreaterThan(150);
    }

    private static Requirements anyNeeds(Random random) {
        long part = random.nextInt(3) == 0 ? 4 * GIB * (1 + random.nextInt(4)) : 0;
        return new Requirements(
                1 + random.nextInt(4),
                GIB * (1 + random.nextInt(40)),
                part > 0 || random.nextInt(3) == 0 ? 1 : 0,
                Set.of(),
                ContainerNeeds.NONE,
                new NodeNeeds(part, Set.of(), Optional.empty(), Set.of()));
    }

    private static double of(List<NodeResources> nodes, List<Arrival> arrivals) {
        return Bound.seconds(nodes, arrivals);
    }

    private static List<Arrival> together(List<Arrival> some, List<Arrival> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Requirements needs(double cores, int gpus) {
        return new Requirements(cores, GIB, gpus, Set.of());
    }

    private static List<Arrival> stages(int count, Requirements needs, int at, int seconds) {
        RunningStage stage = new RunningStage("s", new Claimant(new UUID(0, 1), ""), needs, List.of());
        return IntStream.range(0, count)
                .mapToObj(i -> new Arrival("s" + i, stage, 0, Duration.ofSeconds(at), Duration.ofSeconds(seconds)))
                .toList();
    }

    private static NodeResources node(String name, int cores, int gpus) {
        List<Gpu> list = IntStream.range(0, gpus)
                .mapToObj(i -> new Gpu(i, "GPU", 16 * GIB, "1"))
                .toList();
        return new NodeResources(
                UUID.nameUUIDFromBytes(new byte[] {(byte) name.hashCode()}),
                name,
                NodeState.ONLINE,
                new Capabilities(cores, 64 * GIB, list, Set.of()),
                List.of());
    }
}
