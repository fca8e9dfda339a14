package dev.winslow.api.node;

import java.time.Instant;
import java.util.List;

/**
 * How busy a node was in the second, or on average in the minute, that begins here.
 *
 * @param cpu share of all its cores, from 0 to 1
 */
public record NodeLoad(Instant at, double cpu, long memoryBytes, Traffic network, Traffic disk, List<GpuLoad> gpus) {
    public NodeLoad {
        gpus = List.copyOf(gpus);
    }

    public NodeLoad at(Instant other) {
        return new NodeLoad(other, cpu, memoryBytes, network, disk, gpus);
    }
}
