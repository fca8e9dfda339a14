package dev.winslow.api.pipeline;

import java.time.Instant;

/** A version of a pipeline. The key names it across versions; projects counts those that are based on it. */
public record PipelineView(
        String key, int version, String name, String description, Instant deployedAt, int projects, boolean retired) {}
