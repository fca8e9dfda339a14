package dev.winslow.api.artifact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A file of a project, its run's workspace, or the pool. attemptId and stageId tell who made it, where a stage did. */
public record FileView(
        UUID id,
        Area area,
        String path,
        long size,
        String sha256,
        Instant createdAt,
        Optional<UUID> attemptId,
        Optional<String> stageId) {}
