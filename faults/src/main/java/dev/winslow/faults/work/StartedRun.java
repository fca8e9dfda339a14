package dev.winslow.faults.work;

import java.util.UUID;

/** A run that somebody was told had started. */
public record StartedRun(UUID id, UUID project, Shape shape) {}
