package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.util.List;

/**
 * A stage on a node.
 *
 * @param gpus which of the node's GPUs it was given, by their index there
 */
public record RunningStage(String name, Claimant claimant, Requirements needs, List<Integer> gpus) {
    public RunningStage {
        gpus = List.copyOf(gpus);
    }
}
