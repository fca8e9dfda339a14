package dev.winslow.api.stage;

import java.util.List;
import java.util.Set;

/** What a node offers to stages. */
public record Capabilities(int cores, long memoryBytes, List<Gpu> gpus, Set<String> tags) {
    public Capabilities {
        gpus = List.copyOf(gpus);
        tags = Set.copyOf(tags);
    }
}
