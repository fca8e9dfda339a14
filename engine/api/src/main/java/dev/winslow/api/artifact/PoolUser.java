package dev.winslow.api.artifact;

import java.util.UUID;

/** A project that has a file of the pool. */
public record PoolUser(UUID projectId, String projectName) {}
