package dev.winslow.api.stage;

import java.util.Set;

/** What a stage needs of the node that runs it, for as long as it runs. Fractions of a core are allowed. */
public record Requirements(
        double cores, long memoryBytes, int gpus, Set<String> tags, ContainerNeeds container, NodeNeeds place) {
    public Requirements {
        tags = Set.copyOf(tags);
        // Not known to attempts that began under an earlier version.
        container = container == null ? ContainerNeeds.NONE : container;
        place = place == null ? NodeNeeds.NONE : place;
    }

    public Requirements(double cores, long memoryBytes, int gpus, Set<String> tags, ContainerNeeds container) {
        this(cores, memoryBytes, gpus, tags, container, NodeNeeds.NONE);
    }

    public Requirements(double cores, long memoryBytes, int gpus, Set<String> tags) {
        this(cores, memoryBytes, gpus, tags, ContainerNeeds.NONE);
    }
}
