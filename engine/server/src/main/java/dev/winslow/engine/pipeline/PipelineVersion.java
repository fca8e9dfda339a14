package dev.winslow.engine.pipeline;

import java.time.Instant;

/** A deployed version of a pipeline; a retired one is kept for its runs, but starts no new ones. */
public record PipelineVersion(
        String key,
        int version,
        String definitionId,
        String name,
        String description,
        Instant deployedAt,
        boolean retired) {}
