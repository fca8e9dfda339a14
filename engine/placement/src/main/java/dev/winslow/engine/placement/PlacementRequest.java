package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A queued stage as placement sees it.
 *
 * @param priority higher goes first
 * @param waited since it was queued
 * @param bytesByNode how many bytes of its files lie on a node already
 */
public record PlacementRequest(
        String jobId,
        String stageName,
        Claimant claimant,
        int priority,
        Duration waited,
        Requirements needs,
        Map<UUID, Long> bytesByNode) {}
