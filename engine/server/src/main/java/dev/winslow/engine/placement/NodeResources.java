package dev.winslow.engine.placement;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A node as placement sees it: what it has, what of it is free, and the names of the stages that run there. */
public record NodeResources(
        UUID id, String name, NodeState state, Capabilities total, Free free, List<String> running) {
    public NodeResources {
        running = List.copyOf(running);
    }

    /** What is not taken. */
    public record Free(double cores, long memoryBytes, int gpus) {
        Free less(Requirements needs) {
            return new Free(
                    Math.max(0, cores - needs.cores()),
                    Math.max(0, memoryBytes - needs.memoryBytes()),
                    Math.max(0, gpus - needs.gpus()));
        }
    }

    /** Whether the node can take a stage with these needs now. */
    public boolean fits(Requirements needs) {
        return Fit.fitsNow(needs, this);
    }

    NodeResources running(String stage, Requirements needs) {
        List<String> stages = new ArrayList<>(running);
        stages.add(stage);
        return new NodeResources(id, name, state, total, free.less(needs), stages);
    }

    NodeResources keptFor(Requirements needs) {
        return new NodeResources(id, name, state, total, free.less(needs), running);
    }
}
