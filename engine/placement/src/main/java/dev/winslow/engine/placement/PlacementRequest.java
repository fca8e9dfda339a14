package dev.winslow.engine.placement;

import dev.winslow.api.stage.Requirements;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A queued stage as placement sees it.
 *
 * @param priority higher goes first
 * @param waited since it was queued
 * @param usual how long such a stage usually runs, where that is known
 * @param bytesByNode how many bytes of its files lie on a node already
 */
public record PlacementRequest(
        String jobId,
        String stageName,
        Claimant claimant,
        int priority,
        Duration waited,
        Optional<Duration> usual,
        Requirements needs,
        Map<UUID, Long> bytesByNode) {

    public PlacementRequest(
            String jobId,
            String stageName,
            Claimant claimant,
            int priority,
            Duration waited,
            Requirements needs,
            Map<UUID, Long> bytesByNode) {
        this(jobId, stageName, claimant, priority, waited, Optional.empty(), needs, bytesByNode);
    }
}
