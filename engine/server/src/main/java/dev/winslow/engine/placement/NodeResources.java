package dev.winslow.engine.placement;

import dev.winslow.api.stage.Capabilities;
import java.util.List;
import java.util.UUID;

/** A node as placement sees it: what it has, what of it is free, and the names of the stages that run there. */
public record NodeResources(
        UUID id, String name, boolean draining, Capabilities total, Free free, List<String> running) {

    /** What is not taken. */
    public record Free(double cores, long memoryBytes, int gpus) {}
}
