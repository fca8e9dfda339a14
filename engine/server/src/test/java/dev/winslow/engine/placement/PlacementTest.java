package dev.winslow.engine.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Requirements;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final long GIB = 1L << 30;
    private static final UUID PROJECT = new UUID(0, 1);
    private static final UUID OTHER_PROJECT = new UUID(0, 2);

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

        List<Decision> decisions = Placement.decide(stages, List.of(node("N1", 4, 16, 0)), Map.of());

        assertThat(decisions.subList(0, 2)).allMatch(Decision.Placed.class::isInstance);
        assertThat(decisions.get(2)).isInstanceOf(Decision.Waiting.class);
    }

    @Test
    void servesTheProjectThatRunsLeastFirst() {
        PlacementRequest older = new PlacementRequest(
                "older", PROJECT, 0, Instant.EPOCH, new Requirements(4, GIB, 0, Set.of()), Map.of());
        PlacementRequest younger = new PlacementRequest(
                "younger", OTHER_PROJECT, 0, Instant.EPOCH.plusSeconds(9), older.needs(), Map.of());

        List<Decision> decisions =
                Placement.decide(List.of(older, younger), List.of(node("N1", 4, 16, 0)), Map.of(PROJECT, 3));

        assertThat(decisions.getFirst()).isEqualTo(new Decision.Placed("younger", idOf("N1")));
    }

    @Test
    void keepsANodeForABigStageThatWaits() {
        NodeResources halfTaken = new NodeResources(
                idOf("N1"),
                "N1",
                false,
                node("N1", 8, 32, 0).total(),
                new NodeResources.Free(4, 16 * GIB, 0),
                List.of("Detect vehicles"));

        List<Decision> decisions =
                Placement.decide(List.of(stage("big", 8, 8, 0), stage("small", 2, 2, 0)), List.of(halfTaken), Map.of());

        assertThat(decisions).allMatch(Decision.Waiting.class::isInstance);
    }

    @Test
    void prefersTheNodeThatHasTheBytesAmongEqualOnes() {
        PlacementRequest request = new PlacementRequest(
                "a", PROJECT, 0, Instant.EPOCH, new Requirements(1, GIB, 0, Set.of()), Map.of(idOf("N2"), 1_000L));

        assertThat(placed(request, List.of(node("N1", 4, 16, 0), node("N2", 4, 16, 0))))
                .isEqualTo(idOf("N2"));
    }

    @Test
    void givesNothingToADrainedNode() {
        NodeResources node = node("N1", 4, 16, 0);
        NodeResources drained = new NodeResources(node.id(), node.name(), true, node.total(), node.free(), List.of());

        assertThat(reason(stage("a", 1, 1, 0), List.of(drained))).isEqualTo("Needs 1 core, 1 GiB; N1 is drained.");
    }

    @Test
    void tellsWhyAStageWaits() {
        assertThat(reason(stage("a", 1, 1, 0), List.of())).startsWith("No node is there");
        assertThat(reason(stage("a", 2, 1, 1), List.of(node("N1", 4, 16, 0))))
                .isEqualTo("Needs 2 cores, 1 GiB, 1 GPU, which no node has.");
    }

    private static UUID placed(PlacementRequest request, List<NodeResources> nodes) {
        return switch (Placement.decide(List.of(request), nodes, Map.of()).getFirst()) {
            case Decision.Placed(String job, UUID node) -> node;
            case Decision.Waiting(String job, String reason) -> throw new AssertionError(reason);
        };
    }

    private static String reason(PlacementRequest request, List<NodeResources> nodes) {
        return ((Decision.Waiting)
                        Placement.decide(List.of(request), nodes, Map.of()).getFirst())
                .reason();
    }

    private static PlacementRequest stage(String job, double cores, long gib, int gpus) {
        return new PlacementRequest(
                job, PROJECT, 0, Instant.EPOCH, new Requirements(cores, gib * GIB, gpus, Set.of()), Map.of());
    }

    private static NodeResources node(String name, int cores, long gib, int gpus) {
        List<Gpu> list = IntStream.range(0, gpus)
                .mapToObj(i -> new Gpu(i, "GPU", GIB, "1"))
                .toList();
        return new NodeResources(
                idOf(name),
                name,
                false,
                new Capabilities(cores, gib * GIB, list, Set.of()),
                new NodeResources.Free(cores, gib * GIB, gpus),
                List.of());
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
