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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {
    private static final long GIB = 1L << 30;
    private static final UUID PROJECT = new UUID(0, 1);
    private static final UUID OTHER_PROJECT = new UUID(0, 2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void placesThePublishedExampleAsPublished() {
        List<NodeResources> nodes = List.of(node("N1", 4, 16, 0), node("N2", 12, 58, 0), node("N3", 4, 50, 1));

        assertThat(placed(stage("Ex1", 2, 16, 0), nodes)).isEqualTo(idOf("N1"));
        assertThat(placed(stage("Ex2", 4, 48, 0), nodes)).isEqualTo(idOf("N2"));
        assertThat(placed(stage("Ex3", 4, 16, 1), nodes)).isEqualTo(idOf("N3"));
    }

    @Test
    void sharesANodeForAsLongAsItLasts() {
        List<PlacementRequest> stages = List.of(stage("a", 2, 4, 0), stage("b", 2, 4, 0), stage("c", 2, 4, 0));

        List<Decision> decisions = Placement.decide(stages, List.of(node("N1", 4, 16, 0)), PATIENCE);

        assertThat(decisions.subList(0, 2)).allMatch(Decision.Placed.class::isInstance);
        assertThat(decisions.get(2)).isInstanceOf(Decision.Waiting.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # why              | priorities | running there | waited   | first
            higher priority    | 0, 1       | 0, 5          | 9, 1     | b
            project runs less  | 0, 0       | 3, 0          | 9, 1     | b
            waits longer       | 0, 0       | 1, 1          | 1, 9     | b
            name decides a tie | 0, 0       | 1, 1          | 5, 5     | a
            """)
    void servesFirst(String why, String priorities, String running, String waited, String first) {
        List<PlacementRequest> requests = List.of(
                request("a", PROJECT, numbers(priorities)[0], numbers(waited)[0]),
                request("b", OTHER_PROJECT, numbers(priorities)[1], numbers(waited)[1]));

        List<Decision> decisions = Placement.decide(
                requests, List.of(node("N1", 4, 16, 0), elsewhere(numbers(running)[0], numbers(running)[1])), PATIENCE);

        assertThat(decisions.getFirst()).isEqualTo(new Decision.Placed(first, idOf("N1")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # why                                    | free cores, GiB, bytes there, running, on N1 and N2 | chosen
            leaves least idle                        | 8, 16, 0, 0, 4, 16, 0, 0    | N2
            a difference within a step is none       | 41, 100, 0, 0, 40, 100, 9, 0 | N2
            a difference beyond a step counts        | 30, 100, 0, 0, 60, 100, 9, 0 | N1
            most bytes lie there                     | 4, 16, 5, 0, 4, 16, 9, 0    | N2
            best used among near ones                | 4, 17, 0, 0, 4, 16, 0, 0    | N2
            fewest stages run there                  | 4, 16, 0, 2, 4, 16, 0, 1    | N2
            the name decides a tie                   | 4, 16, 0, 0, 4, 16, 0, 0    | N1
            """)
    void chooses(String why, String nodes, String chosen) {
        int[] of = numbers(nodes);
        PlacementRequest request = new PlacementRequest(
                "a",
                "a",
                claimant(PROJECT),
                0,
                Duration.ZERO,
                new Requirements(3, 12 * GIB, 0, Set.of()),
                Map.of(idOf("N1"), (long) of[2], idOf("N2"), (long) of[6]));

        assertThat(placed(request, List.of(with("N1", of[0], of[1], of[3]), with("N2", of[4], of[5], of[7]))))
                .isEqualTo(idOf(chosen));
    }

    @Test
    void choosesOnlyNodesThatCarryAllTags() {
        PlacementRequest request = tagged("cuda", "fast");

        assertThat(placed(request, List.of(tags("N1", "cuda"), tags("N2", "fast", "cuda", "big"))))
                .isEqualTo(idOf("N2"));
    }

    @ParameterizedTest
    @EnumSource(
            value = NodeState.class,
            names = {"DRAINING", "OFFLINE"})
    void givesNothingToANodeThatTakesNothing(NodeState state) {
        assertThat(Placement.decide(List.of(stage("a", 1, 1, 0)), List.of(in(state, node("N1", 4, 16, 0))), PATIENCE))
                .singleElement()
                .isInstanceOf(Decision.Waiting.class);
    }

    @Test
    void keepsNoNodeForAStageThatHasJustCome() {
        List<Decision> decisions = Placement.decide(
                List.of(waiting("big", 8, 8, 0, PATIENCE.minusSeconds(1)), stage("small", 2, 2, 0)),
                List.of(busy("N1", 8, 32, 0, 4, 16, 0)),
                PATIENCE);

        assertThat(decisions).contains(new Decision.Placed("small", idOf("N1")));
    }

    @Test
    void keepsANodeForABigStageThatHasWaitedLong() {
        List<Decision> decisions = Placement.decide(
                List.of(waiting("big", 8, 8, 0, PATIENCE), stage("small", 2, 2, 0)),
                List.of(busy("N1", 8, 32, 0, 4, 16, 0)),
                PATIENCE);

        assertThat(decisions).hasSize(2).allMatch(Decision.Waiting.class::isInstance);
    }

    @Test
    void keepsItFromProjectsThatRunLessToo() {
        PlacementRequest small = request("small", OTHER_PROJECT, 0, 0);

        List<Decision> decisions = Placement.decide(
                List.of(waiting("big", 8, 8, 0, PATIENCE), small),
                List.of(busy("N1", 8, 32, 0, 4, 16, 0), elsewhere(3, 0)),
                PATIENCE);

        assertThat(decisions).allMatch(Decision.Waiting.class::isInstance);
    }

    @Test
    void letsAHigherPriorityPassAReservation() {
        List<Decision> decisions = Placement.decide(
                List.of(waiting("big", 8, 8, 0, PATIENCE), request("urgent", OTHER_PROJECT, 1, 0)),
                List.of(busy("N1", 8, 32, 0, 4, 16, 0)),
                PATIENCE);

        assertThat(decisions).contains(new Decision.Placed("urgent", idOf("N1")));
    }

    @Test
    void keepsOneNodeAProject() {
        List<Decision> decisions = Placement.decide(
                List.of(
                        waiting("big", 8, 8, 0, PATIENCE),
                        waiting("big too", 8, 8, 0, PATIENCE),
                        request("small", OTHER_PROJECT, 0, 0)),
                List.of(busy("N1", 8, 32, 0, 4, 16, 0), busy("N2", 8, 32, 0, 4, 16, 0)),
                PATIENCE);

        assertThat(decisions).contains(new Decision.Placed("small", idOf("N2")));
    }

    @ParameterizedTest(name = "not {0}")
    @CsvSource(delimiter = '|', textBlock = """
            one short of memory | 8, 64, 1, 7, 8, 1
            one short of GPUs   | 8, 64, 1, 7, 64, 0
            one too small       | 7, 64, 1, 7, 64, 1
            """)
    void keepsTheNodeThatLacksTheLeast(String why, String unfit) {
        int[] of = numbers(unfit);
        List<NodeResources> nodes =
                List.of(busy("N1", of[0], of[1], of[2], of[3], of[4], of[5]), busy("N2", 8, 64, 1, 4, 64, 1));

        List<Decision> decisions =
                Placement.decide(List.of(waiting("big", 8, 64, 1, PATIENCE), stage("small", 4, 4, 0)), nodes, PATIENCE);

        assertThat(decisions).contains(new Decision.Placed("small", idOf("N1")));
    }

    @Test
    void tellsWhyAStageWaits() {
        PlacementRequest one = stage("a", 2, 1, 1);

        assertThat(reason(one, List.of())).startsWith("No node is there");
        assertThat(reason(one, List.of(node("N1", 4, 16, 0), node("N2", 1, 16, 1))))
                .isEqualTo("Needs 2 cores, 1 GiB, 1 GPU, which no node has: N1 has no GPU, N2 has only 1 core.");
        assertThat(reason(tagged("cuda", "fast"), List.of(tags("N1", "cuda"))))
                .isEqualTo(
                        "Needs 1 core, 1 GiB, the tag cuda, the tag fast, which no node has: N1 lacks the tag fast.");
        assertThat(reason(stage("a", 1, 32, 0), List.of(node("N1", 4, 16, 0))))
                .endsWith("which no node has: N1 has only 16 GiB.");
    }

    @Test
    void tellsWhatEachNodeThatCouldTakeItIsBusyWith() {
        List<NodeResources> nodes = List.of(
                in(NodeState.DRAINING, node("N1", 4, 16, 1)),
                in(NodeState.OFFLINE, node("N2", 4, 16, 1)),
                busy("N3", 4, 16, 1, 4, 8, 0),
                node("N4", 4, 16, 0));

        assertThat(reason(stage("a", 2, 1, 1), nodes))
                .isEqualTo("Needs 2 cores, 1 GiB, 1 GPU; N1 is drained, N2 is offline,"
                        + " N3 is busy with Detect vehicles (0 GPUs free).");
    }

    @Test
    void namesTheStageThatWasPlacedInTheSameRound() {
        List<Decision> decisions = Placement.decide(
                List.of(stage("a", 4, 4, 0), stage("b", 4, 4, 0)), List.of(node("N1", 4, 16, 0)), PATIENCE);

        assertThat(((Decision.Waiting) decisions.get(1)).why().sentence())
                .isEqualTo("Needs 4 cores, 4 GiB; N1 is busy with a (0 cores free).");
    }

    private static UUID placed(PlacementRequest request, List<NodeResources> nodes) {
        return switch (Placement.decide(List.of(request), nodes, PATIENCE).getFirst()) {
            case Decision.Placed(String job, UUID node) -> node;
            case Decision.Waiting(String job, Reason why) -> throw new AssertionError(why);
        };
    }

    private static String reason(PlacementRequest request, List<NodeResources> nodes) {
        return ((Decision.Waiting)
                        Placement.decide(List.of(request), nodes, PATIENCE).getFirst())
                .why()
                .sentence();
    }

    private static PlacementRequest stage(String job, double cores, long gib, int gpus) {
        return waiting(job, cores, gib, gpus, Duration.ZERO);
    }

    private static PlacementRequest waiting(String job, double cores, long gib, int gpus, Duration waited) {
        return new PlacementRequest(
                job, job, claimant(PROJECT), 0, waited, new Requirements(cores, gib * GIB, gpus, Set.of()), Map.of());
    }

    private static PlacementRequest request(String job, UUID project, int priority, int seconds) {
        return new PlacementRequest(
                job,
                job,
                claimant(project),
                priority,
                Duration.ofSeconds(seconds),
                new Requirements(4, GIB, 0, Set.of()),
                Map.of());
    }

    private static PlacementRequest tagged(String... tags) {
        return new PlacementRequest(
                "a", "a", claimant(PROJECT), 0, Duration.ZERO, new Requirements(1, GIB, 0, Set.of(tags)), Map.of());
    }

    private static NodeResources node(String name, int cores, long gib, int gpus) {
        return running(name, cores, gib, gpus, List.of());
    }

    private static NodeResources running(String name, int cores, long gib, int gpus, List<RunningStage> running) {
        return new NodeResources(
                idOf(name), name, NodeState.ONLINE, new Capabilities(cores, gib * GIB, gpus(gpus), Set.of()), running);
    }

    private static NodeResources busy(
            String name, int cores, long gib, int gpus, int freeCores, long freeGib, int freeGpus) {
        Requirements taken = new Requirements(cores - freeCores, (gib - freeGib) * GIB, gpus - freeGpus, Set.of());
        return running(name, cores, gib, gpus, List.of(of(OTHER_PROJECT, "Detect vehicles", taken)));
    }

    private static NodeResources with(String name, int cores, long gib, int running) {
        Requirements nothing = new Requirements(0, 0, 0, Set.of());
        return running(name, cores, gib, 0, Collections.nCopies(running, of(OTHER_PROJECT, "Track", nothing)));
    }

    /** A node that takes nothing more and runs so many stages of both projects. */
    private static NodeResources elsewhere(int ofProject, int ofOther) {
        Requirements one = new Requirements(1, GIB, 0, Set.of());
        List<RunningStage> running = new ArrayList<>(Collections.nCopies(ofProject, of(PROJECT, "Track", one)));
        running.addAll(Collections.nCopies(ofOther, of(OTHER_PROJECT, "Track", one)));
        return in(NodeState.DRAINING, running("N9", 100, 100, 0, running));
    }

    private static RunningStage of(UUID project, String name, Requirements needs) {
        return new RunningStage(
                name,
                claimant(project),
                needs,
                IntStream.range(0, needs.gpus()).boxed().toList());
    }

    private static Claimant claimant(UUID project) {
        return new Claimant(project, "");
    }

    private static NodeResources in(NodeState state, NodeResources node) {
        return new NodeResources(node.id(), node.name(), state, node.total(), node.running());
    }

    private static NodeResources tags(String name, String... tags) {
        NodeResources node = node(name, 4, 16, 0);
        Capabilities total = new Capabilities(4, 16 * GIB, List.of(), Set.of(tags));
        return new NodeResources(node.id(), name, NodeState.ONLINE, total, List.of());
    }

    private static List<Gpu> gpus(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Gpu(i, "GPU", GIB, "1"))
                .toList();
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
