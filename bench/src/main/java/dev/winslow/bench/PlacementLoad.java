package dev.winslow.bench;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.placement.Claimant;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.PlacementRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A queue and empty nodes of two kinds, a quarter of them with GPUs; the stages are of 200 projects of 40 users. The same each time. */
record PlacementLoad(String name, List<PlacementRequest> requests, List<NodeResources> nodes) {
    private static final long GIB = 1L << 30;
    private static final int KINDS = 8;
    private static final int PROJECTS = 200;
    private static final int USERS = 40;
    private static final int GPUS = 4;

    /** @param sizes how many amounts of cores there are of each of eight kinds of stages; 0 for one */
    static PlacementLoad of(int queue, int nodes, int sizes) {
        Random random = new Random(1);
        return new PlacementLoad(
                "%,d stages%s on %,d nodes".formatted(queue, sizes > 0 ? " of as many sizes" : "", nodes),
                IntStream.range(0, queue).mapToObj(i -> stage(i, random, sizes)).toList(),
                IntStream.range(0, nodes)
                        .mapToObj(i -> i % 4 == 0 ? node(i, 32, GPUS) : node(i, 16, 0))
                        .toList());
    }

    private static PlacementRequest stage(int number, Random random, int sizes) {
        int kind = random.nextInt(KINDS);
        int project = random.nextInt(PROJECTS);
        double cores = sizes > 0 ? 0.5 + random.nextInt(sizes) / 1000.0 : 1 + kind;
        return new PlacementRequest(
                "job" + number,
                "Stage " + kind,
                new Claimant(new UUID(2, project), "user" + project % USERS),
                0,
                Duration.ofSeconds(random.nextInt(3600)),
                Optional.of(Duration.ofMinutes(10)),
                kind == 0
                        ? new Requirements(cores, GIB, 1, Set.of("cuda"))
                        : new Requirements(cores, (1 + kind) * GIB, 0, Set.of()),
                Map.of());
    }

    private static NodeResources node(int number, int cores, int gpus) {
        List<Gpu> list = IntStream.range(0, gpus)
                .mapToObj(i -> new Gpu(i, "GPU", 24 * GIB, ""))
                .toList();
        return new NodeResources(
                new UUID(1, number),
                "node-%04d".formatted(number),
                NodeState.ONLINE,
                new Capabilities(cores, 4 * GIB * cores, list, gpus > 0 ? Set.of("cuda") : Set.of()),
                List.of());
    }
}
