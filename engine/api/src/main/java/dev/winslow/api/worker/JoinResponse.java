package dev.winslow.api.worker;

import java.time.Duration;
import java.util.UUID;

/** The node's identity, the secret that it signs in with from now on, and the pace of its heartbeat. */
public record JoinResponse(UUID nodeId, String nodeToken, Duration heartbeatInterval, Duration leaseDuration) {
    @Override
    public String toString() {
        return "JoinResponse[nodeId=" + nodeId + "]";
    }
}
