package dev.winslow.api.node;

import dev.winslow.api.stage.Capabilities;
import java.util.Optional;

/** What an operator lets stages use of a node, together; of what is absent, all that there is. Of GPUs those with the lowest indexes. */
public record NodeLimits(Optional<Integer> cores, Optional<Long> memoryBytes, Optional<Integer> gpus) {
    public static final NodeLimits NONE = new NodeLimits(Optional.empty(), Optional.empty(), Optional.empty());

    public NodeLimits {
        cores = cores == null ? Optional.empty() : cores;
        memoryBytes = memoryBytes == null ? Optional.empty() : memoryBytes;
        gpus = gpus == null ? Optional.empty() : gpus;
    }

    /** What is left of what the node has. */
    public Capabilities within(Capabilities all) {
        return new Capabilities(
                Math.min(all.cores(), cores.orElse(all.cores())),
                Math.min(all.memoryBytes(), memoryBytes.orElse(all.memoryBytes())),
                all.gpus().stream()
                        .sorted((one, other) -> Integer.compare(one.index(), other.index()))
                        .limit(gpus.orElse(Integer.MAX_VALUE))
                        .toList(),
                all.tags());
    }
}
