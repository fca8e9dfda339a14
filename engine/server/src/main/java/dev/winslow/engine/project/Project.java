package dev.winslow.engine.project;

import dev.winslow.api.access.Everyone;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A project as it is stored.
 *
 * @param owner empty where nobody is known to have created it
 * @param everyone what all may do with it who are not in its list
 */
public record Project(
        UUID id,
        String name,
        String pipelineKey,
        String bucket,
        Instant createdAt,
        List<String> tags,
        String owner,
        Everyone everyone) {}
