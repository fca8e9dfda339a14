package dev.winslow.engine.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A project as it is stored.
 *
 * @param owner empty where nobody is known to have created it
 */
public record Project(
        UUID id, String name, String pipelineKey, String bucket, Instant createdAt, List<String> tags, String owner) {}
