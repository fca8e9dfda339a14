package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A queued stage as placement sees it.
 *
 * @param priority higher goes first
 * @param bytesByNode how many bytes of its files lie on a node already
 */
public record PlacementRequest(
        String jobId,
        UUID projectId,
        int priority,
        Instant queuedAt,
        Requirements needs,
        Map<UUID, Long> bytesByNode) {}
