package dev.winslow.api.stage;

/**
 * What a stage uses of its node at a time.
 *
 * @param cores such as 1.5
 * @param gpus such as 0.8: the shares of its GPUs' time, added up
 */
public record UsageLevel(double cores, long memoryBytes, double gpus, long gpuMemoryBytes) {
    public static final UsageLevel NONE = new UsageLevel(0, 0, 0, 0);
}
