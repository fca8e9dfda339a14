package dev.winslow.api.stage;

import java.util.Set;

/** What a stage needs of the node that runs it, for as long as it runs. Fractions of a core are allowed. */
public record Requirements(double cores, long memoryBytes, int gpus, Set<String> tags) {
    public Requirements {
        tags = Set.copyOf(tags);
    }
}
