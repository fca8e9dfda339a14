package dev.winslow.api.artifact;

import java.util.UUID;

/** A file of the pool that a project takes as an input. */
public record LinkFile(UUID poolFile) {}
