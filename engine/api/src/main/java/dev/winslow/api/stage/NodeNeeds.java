package dev.winslow.api.stage;

import java.util.Optional;
import java.util.Set;

/**
 * Where a stage wants to run, beyond what it takes.
 *
 * @param gpuMemoryBytes how much memory it takes of each of its GPUs, which it then shares with others; 0 where they are to be its alone
 * @param wishes tags that a node need not carry; one that does is preferred
 * @param node the only node that may run it, by name
 * @param apart words; two stages that share one never run on the same node at the same time
 */
public record NodeNeeds(long gpuMemoryBytes, Set<String> wishes, Optional<String> node, Set<String> apart) {
    public static final NodeNeeds NONE = new NodeNeeds(0, Set.of(), Optional.empty(), Set.of());

    public NodeNeeds {
        node = node == null ? Optional.empty() : node;
        wishes = Set.copyOf(wishes);
        apart = Set.copyOf(apart);
    }

    public boolean sharesGpus() {
        return gpuMemoryBytes > 0;
    }
}
