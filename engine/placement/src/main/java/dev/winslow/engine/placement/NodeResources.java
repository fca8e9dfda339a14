package dev.winslow.engine.placement;

import dev.winslow.api.node.NodeState;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Requirements;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A node as placement sees it.
 *
 * @param total what stages may use of it, together
 */
public record NodeResources(UUID id, String name, NodeState state, Capabilities total, List<RunningStage> running) {
    public NodeResources {
        running = List.copyOf(running);
    }

    /** The GPUs for a stage with these needs, by their index; absent where the node cannot take it now. */
    public Optional<List<Integer>> gpusFor(Requirements needs) {
        return new Room(this).gpusFor(needs);
    }
}
