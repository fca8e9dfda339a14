package dev.winslow.api.stage;

/** One GPU of a node, as its driver names it. */
public record Gpu(int index, String name, long memoryBytes, String driver) {}
