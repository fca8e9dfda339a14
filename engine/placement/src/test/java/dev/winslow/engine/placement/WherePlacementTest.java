package dev.winslow.engine.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.ContainerNeeds;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.NodeNeeds;
import dev.winslow.api.stage.Requirements;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where stages want to run, parts of GPUs, and whose turn it is. */
class WherePlacementTest {
    private static final long GIB = 1L << 30;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final NodeNeeds SHARE = new NodeNeeds(8 * GIB, Set.of(), Optional.empty(), Set.of());
    private static final NodeNeeds APART = new NodeNeeds(0, Set.of(), Optional.empty(), Set.of("disk"));

    @Test
    void prefersANodeThatCarriesTheTagsThatAreWished() {
        NodeNeeds wish = new NodeNeeds(0, Set.of("ssd"), Optional.empty(), Set.of());

        assertThat(nodeOf(stage("a", 4, 0, wish), node("N1", 4, 0), node("N2", 64, 0, "ssd")))
                .isEqualTo("N2");
        assertThat(nodeOf(stage("a", 4, 0, wish), node("N1", 4, 0))).isEqualTo("N1");
    }

    @Test
    void goesToNoOtherNodeThanTheOneItIsPinnedTo() {
        NodeNeeds pinned = new NodeNeeds(0, Set.of(), Optional.of("N2"), Set.of());

        assertThat(nodeOf(stage("a", 4, 0, pinned), node("N1", 4, 0), node("N2", 64, 0)))
                .isEqualTo("N2");
        assertThat(reason(stage("a", 4, 0, pinned), node("N1", 4, 0)))
                .isEqualTo("Needs 4 cores, 1 GiB, the node N2, which is not there.");
        assertThat(reason(stage("a", 4, 0, pinned), node("N1", 8, 0), node("N2", 2, 0)))
                .isEqualTo("Needs 4 cores, 1 GiB, the node N2, which no node has: N2 has only 2 cores.");
    }

    @Test
    void keepsApartWhatIsNotToRunTogether() {
        List<Decision> decisions = decide(
                List.of(stage("a", 1, 0, APART), stage("b", 1, 0, APART), stage("c", 1, 0, APART)),
                node("N1", 8, 0),
                node("N2", 8, 0));

        assertThat(decisions.subList(0, 2))
                .extracting(Decision.Placed.class::cast)
                .extracting(Decision.Placed::nodeId)
                .containsExactlyInAnyOrder(idOf("N1"), idOf("N2"));
        assertThat(((Decision.Waiting) decisions.get(2)).why().sentence())
                .isEqualTo("Needs 1 core, 1 GiB; N1 runs a, and the stage keeps apart from one of them,"
                        + " N2 runs b, and the stage keeps apart from one of them.");
    }

    @Test
    void keepsApartFromWhatRunsAlready() {
        NodeResources busy = with(node("N1", 8, 0), running("Copy", "ann", needs(1, 0, APART), List.of()));

        assertThat(decide(List.of(stage("a", 1, 0, APART)), busy).getFirst()).isInstanceOf(Decision.Waiting.class);
        assertThat(decide(List.of(stage("a", 1, 0, NodeNeeds.NONE)), busy).getFirst())
                .isInstanceOf(Decision.Placed.class);
    }

    @Test
    void namesStagesOnlyToWhoSeesTheirProjects() {
        NodeResources busy = with(
                node("N1", 8, 0),
                running("Secret", "ann", needs(4, 0, NodeNeeds.NONE), List.of()),
                running("Open", "bob", needs(4, 0, NodeNeeds.NONE), List.of()));

        Reason why =
                ((Decision.Waiting) decide(List.of(of("bob", "a", 0)), busy).getFirst()).why();

        assertThat(why.forWhoSees(Set.of(idOf("ann"), idOf("bob"))))
                .isEqualTo("Needs 4 cores, 1 GiB; N1 is busy with Secret and Open (0 cores free).");
        assertThat(why.forWhoSees(Set.of(idOf("bob"))))
                .isEqualTo("Needs 4 cores, 1 GiB; N1 is busy with 2 stages (0 cores free).");
    }

    @Test
    void sharesAGpuForAsLongAsItsMemoryLasts() {
        List<Decision> decisions = decide(
                List.of(stage("a", 1, 1, SHARE), stage("b", 1, 1, SHARE), stage("c", 1, 1, SHARE)), node("N1", 8, 1));

        assertThat(decisions.subList(0, 2)).allMatch(Decision.Placed.class::isInstance);
        assertThat(((Decision.Waiting) decisions.get(2)).why().sentence())
                .isEqualTo("Needs 1 core, 1 GiB, 8 GiB of 1 GPU; N1 is busy with a and b (0 GPUs free).");
    }

    @Test
    void fillsASharedGpuBeforeItBeginsAnother() {
        NodeResources node = with(node("N1", 8, 2), running("Track", "ann", needs(1, 1, SHARE), List.of(1)));

        assertThat(node.gpusFor(needs(1, 1, SHARE))).contains(List.of(1));
        assertThat(node.gpusFor(needs(1, 1, NodeNeeds.NONE))).contains(List.of(0));
        assertThat(node.gpusFor(needs(1, 2, NodeNeeds.NONE))).isEmpty();
        assertThat(node.gpusFor(needs(1, 2, SHARE))).contains(List.of(1, 0));
    }

    @Test
    void givesNoPartOfAGpuThatIsOneStagesAlone() {
        NodeResources node = with(node("N1", 8, 1), running("Train", "ann", needs(1, 1, NodeNeeds.NONE), List.of(0)));

        assertThat(node.gpusFor(needs(1, 1, SHARE))).isEmpty();
    }

    @Test
    void saysThatGpusAreTooSmallToShareSoMuch() {
        NodeNeeds large = new NodeNeeds(80 * GIB, Set.of(), Optional.empty(), Set.of());

        assertThat(reason(stage("a", 1, 1, large), node("N1", 8, 1))).endsWith("N1 has smaller GPUs.");
    }

    @Test
    void servesFirstTheUserWhoHasLeastThenHisProjectThatHasLeast() {
        NodeResources busy = with(
                node("N9", 100, 0),
                running("x", "ann", needs(4, 0, NodeNeeds.NONE), List.of()),
                running("y", "bob", needs(2, 0, NodeNeeds.NONE), List.of()));
        NodeResources full = new NodeResources(busy.id(), "N9", NodeState.DRAINING, busy.total(), busy.running());

        List<Decision> decisions = decide(
                List.of(of("ann", "ann1", 9), of("ann", "ann2", 9), of("bob", "bob1", 5), of("bob", "bob2", 1)),
                node("N1", 4, 0),
                full);

        assertThat(decisions).extracting(Decision::jobId).containsExactly("bob1", "ann1", "ann2", "bob2");
    }

    @Test
    void countsWhatIsPlacedInTheRoundAtOnce() {
        List<Decision> decisions = decide(
                List.of(of("ann", "a1", 9), of("ann", "a2", 9), of("ann", "a3", 9), of("bob", "b1", 1)),
                node("N1", 8, 0));

        assertThat(decisions.stream().filter(Decision.Placed.class::isInstance).map(Decision::jobId))
                .containsExactly("a1", "b1");
    }

    @Test
    void tellsForWhichStageANodeIsKept() {
        PlacementRequest big = new PlacementRequest(
                "big",
                "Train",
                new Claimant(new UUID(0, 1), "ann"),
                0,
                PATIENCE,
                needs(8, 0, NodeNeeds.NONE),
                Map.of());
        NodeResources busy = with(node("N1", 8, 0), running("Track", "bob", needs(2, 0, NodeNeeds.NONE), List.of()));

        Decision small = decide(List.of(big, of("bob", "small", 0)), busy).getLast();

        assertThat(small)
                .isEqualTo(new Decision.Waiting(
                        "small",
                        new Reason(
                                "Needs 4 cores, 1 GiB; N1 is kept for Train, which waits longer.",
                                "Needs 4 cores, 1 GiB; N1 is kept for another stage, which waits longer.",
                                Set.of(big.claimant().projectId()))));
    }

    @Test
    void decidesAboutManyStagesOnManyNodes() {
        List<NodeResources> nodes =
                IntStream.range(0, 300).mapToObj(i -> node("N" + i, 16, 2)).toList();
        List<PlacementRequest> requests = IntStream.range(0, 20_000)
                .mapToObj(i -> of("user" + i % 50, "job" + i, i % 1000))
                .toList();

        List<Decision> decisions = Placement.decide(requests, nodes, PATIENCE);

        assertThat(decisions).hasSize(20_000);
        assertThat(decisions.stream().filter(Decision.Placed.class::isInstance)).hasSize(1200);
    }

    private static List<Decision> decide(List<PlacementRequest> requests, NodeResources... nodes) {
        return Placement.decide(requests, List.of(nodes), PATIENCE);
    }

    private static String nodeOf(PlacementRequest request, NodeResources... nodes) {
        UUID chosen = ((Decision.Placed) decide(List.of(request), nodes).getFirst()).nodeId();
        return List.of(nodes).stream()
                .filter(node -> node.id().equals(chosen))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static String reason(PlacementRequest request, NodeResources... nodes) {
        return ((Decision.Waiting) decide(List.of(request), nodes).getFirst())
                .why()
                .sentence();
    }

    private static PlacementRequest stage(String job, double cores, int gpus, NodeNeeds place) {
        return new PlacementRequest(
                job, job, new Claimant(new UUID(0, 1), "ann"), 0, Duration.ZERO, needs(cores, gpus, place), Map.of());
    }

    /** Four cores, of a project of its own. */
    private static PlacementRequest of(String owner, String job, int seconds) {
        return new PlacementRequest(
                job,
                job,
                new Claimant(idOf(job), owner),
                0,
                Duration.ofSeconds(seconds),
                needs(4, 0, NodeNeeds.NONE),
                Map.of());
    }

    private static Requirements needs(double cores, int gpus, NodeNeeds place) {
        return new Requirements(cores, GIB, gpus, Set.of(), ContainerNeeds.NONE, place);
    }

    private static RunningStage running(String name, String owner, Requirements needs, List<Integer> gpus) {
        return new RunningStage(name, new Claimant(idOf(owner), owner), needs, gpus);
    }

    private static NodeResources node(String name, int cores, int gpus, String... tags) {
        List<Gpu> list = IntStream.range(0, gpus)
                .mapToObj(i -> new Gpu(i, "GPU", 16 * GIB, "1"))
                .toList();
        return new NodeResources(
                idOf(name), name, NodeState.ONLINE, new Capabilities(cores, 64 * GIB, list, Set.of(tags)), List.of());
    }

    private static NodeResources with(NodeResources node, RunningStage... running) {
        return new NodeResources(node.id(), node.name(), node.state(), node.total(), List.of(running));
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
