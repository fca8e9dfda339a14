package dev.winslow.api.node;

/**
 * How busy one GPU is.
 *
 * @param share of the time in which it worked, from 0 to 1
 */
public record GpuLoad(int index, double share, long memoryBytes) {}
