package dev.winslow.engine.stage;

import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import dev.winslow.api.stage.Requirements;
import dev.winslow.engine.node.Node;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.placement.NodeResources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What runs on the nodes, and what is free there. */
@Component
class NodeLoads {
    private final NodeService nodes;
    private final AttemptRepository attempts;

    NodeLoads(NodeService nodes, AttemptRepository attempts) {
        this.nodes = nodes;
        this.attempts = attempts;
    }

    /** All nodes, in two queries. */
    List<NodeResources> all(List<Attempt> open) {
        Map<Optional<UUID>, List<Attempt>> byNode = open.stream()
                .collect(Collectors.groupingBy(attempt -> attempt.place().nodeId()));
        return nodes.all().stream()
                .map(node -> resources(node, byNode.getOrDefault(Optional.of(node.id()), List.of())))
                .toList();
    }

    /** A node that nobody else gives stages to before the transaction ends. */
    Optional<Locked> lock(UUID nodeId) {
        return nodes.lock(nodeId).map(node -> {
            List<Attempt> here = attempts.openOn(nodeId);
            return new Locked(node, resources(node, here), freeGpus(node.capabilities(), here));
        });
    }

    private static List<Integer> freeGpus(Capabilities capabilities, List<Attempt> here) {
        Set<Integer> taken = here.stream()
                .flatMap(attempt -> attempt.place().gpus().stream())
                .collect(Collectors.toSet());
        return capabilities.gpus().stream()
                .map(Gpu::index)
                .filter(gpu -> !taken.contains(gpu))
                .sorted()
                .toList();
    }

    private NodeResources resources(Node node, List<Attempt> here) {
        Capabilities total = node.capabilities();
        List<Requirements> taken =
                here.stream().map(attempt -> attempt.effective().resources()).toList();
        return new NodeResources(
                node.id(),
                node.name(),
                nodes.state(node),
                total,
                new NodeResources.Free(
                        total.cores()
                                - taken.stream()
                                        .mapToDouble(Requirements::cores)
                                        .sum(),
                        total.memoryBytes()
                                - taken.stream()
                                        .mapToLong(Requirements::memoryBytes)
                                        .sum(),
                        total.gpus().size()
                                - taken.stream().mapToInt(Requirements::gpus).sum()),
                here.stream().map(attempt -> attempt.stage().name()).toList());
    }

    /** A node under lock, what is free on it, and which of its GPUs are. */
    record Locked(Node node, NodeResources resources, List<Integer> freeGpus) {
        /** The GPUs for a stage with these needs; empty where the node cannot take it. */
        Optional<List<Integer>> gpusFor(Requirements needs) {
            return resources.fits(needs) && needs.gpus() <= freeGpus.size()
                    ? Optional.of(freeGpus.subList(0, needs.gpus()))
                    : Optional.empty();
        }
    }
}
