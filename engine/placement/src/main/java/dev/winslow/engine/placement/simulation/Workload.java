package dev.winslow.engine.placement.simulation;

import dev.winslow.api.node.NodeState;
import dev.winslow.engine.placement.NodeResources;
import dev.winslow.engine.placement.RunningStage;
import java.time.Duration;
import java.util.List;

/** Nodes, and the stages that come to them. */
public record Workload(List<NodeResources> nodes, List<Arrival> arrivals) {
    public Workload {
        nodes = List.copyOf(nodes);
        arrivals = List.copyOf(arrivals);
        nodes.forEach(node -> {
            if (node.state() != NodeState.ONLINE || !node.running().isEmpty()) {
                throw new IllegalArgumentException(
                        "A simulation begins with nodes on which nothing runs: " + node.name());
            }
        });
    }

    /**
     * A stage that comes.
     *
     * @param at since the beginning
     * @param duration for how long it runs, wherever that is
     */
    public record Arrival(String id, RunningStage stage, int priority, Duration at, Duration duration) {}
}
