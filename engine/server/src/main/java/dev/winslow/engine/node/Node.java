package dev.winslow.engine.node;

import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.stage.Capabilities;
import java.time.Instant;
import java.util.UUID;

/** A node as it is stored. */
public record Node(
        UUID id,
        String name,
        String agentVersion,
        Capabilities capabilities,
        NodeLimits limits,
        boolean draining,
        Instant lastSeen) {

    /** What stages may use. */
    public Capabilities offered() {
        return limits.within(capabilities);
    }
}
