package dev.winslow.api.node;

import dev.winslow.api.stage.Capabilities;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A node with what it offers and what runs there.
 *
 * @param capabilities what it has; what stages may use of it the limits say
 */
public record NodeView(
        UUID id,
        String name,
        NodeState state,
        String agentVersion,
        Capabilities capabilities,
        NodeLimits limits,
        Instant lastSeen,
        List<UUID> attempts) {}
