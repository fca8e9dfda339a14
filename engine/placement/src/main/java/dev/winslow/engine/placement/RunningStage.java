package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A stage on a node.
 *
 * @param gpus which of the node's GPUs it was given, by their index there
 * @param left how much longer it is expected to run, where that is known
 */
public record RunningStage(
        String name, Claimant claimant, Requirements needs, List<Integer> gpus, Optional<Duration> left) {
    public RunningStage {
        gpus = List.copyOf(gpus);
    }

    public RunningStage(String name, Claimant claimant, Requirements needs, List<Integer> gpus) {
        this(name, claimant, needs, gpus, Optional.empty());
    }
}
