package dev.winslow.engine.stage;

import dev.winslow.engine.node.Node;
import dev.winslow.engine.node.NodeService;
import dev.winslow.engine.placement.Claimant;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.RunningStage;
import dev.winslow.engine.run.Priorities;
import dev.winslow.engine.run.Priorities.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What runs on the nodes, and what is free there. */
@Component
class NodeLoads {
    private final NodeService nodes;
    private final AttemptRepository attempts;
    private final Priorities priorities;
    private final UsualTimes times;

    NodeLoads(NodeService nodes, AttemptRepository attempts, Priorities priorities, UsualTimes times) {
        this.nodes = nodes;
        this.attempts = attempts;
        this.priorities = priorities;
        this.times = times;
    }

    /** All nodes, in a few queries. */
    List<NodeResources> all() {
        List<Attempt> open = attempts.open();
        Map<UUID, Standing> standings = standings(open);
        Map<Optional<UUID>, List<Attempt>> byNode = open.stream()
                .collect(Collectors.groupingBy(attempt -> attempt.place().nodeId()));
        return nodes.all().stream()
                .map(node -> resources(node, byNode.getOrDefault(Optional.of(node.id()), List.of()), standings))
                .toList();
    }

    /** A node that nobody else gives stages to before the transaction ends. */
    Optional<Locked> lock(UUID nodeId) {
        return nodes.lock(nodeId).map(node -> {
            List<Attempt> here = attempts.openOn(nodeId);
            return new Locked(node, resources(node, here, standings(here)));
        });
    }

    private Map<UUID, Standing> standings(List<Attempt> open) {
        return priorities.of(open.stream().map(Attempt::runId).distinct().toList());
    }

    private NodeResources resources(Node node, List<Attempt> here, Map<UUID, Standing> standings) {
        return new NodeResources(
                node.id(),
                node.name(),
                nodes.state(node),
                node.offered(),
                here.stream()
                        .map(attempt -> running(
                                attempt, standings.getOrDefault(attempt.runId(), Standing.unknown(attempt.runId()))))
                        .toList());
    }

    private RunningStage running(Attempt attempt, Standing standing) {
        return new RunningStage(
                attempt.stage().name(),
                new Claimant(standing.projectId(), standing.owner()),
                attempt.effective().resources(),
                attempt.place().gpus(),
                times.left(standing, attempt));
    }

    /** A node under lock, and what runs there. */
    record Locked(Node node, NodeResources resources) {}
}
