package dev.winslow.api.node;

import dev.winslow.api.stage.Capabilities;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A node with what it offers and what runs there. */
public record NodeView(
        UUID id,
        String name,
        NodeState state,
        String agentVersion,
        Capabilities capabilities,
        Instant lastSeen,
        List<UUID> attempts) {}
