package dev.winslow.engine.node;

import dev.winslow.api.stage.Capabilities;
import java.time.Instant;
import java.util.UUID;

/** A node as it is stored. */
public record Node(
        UUID id, String name, String agentVersion, Capabilities capabilities, boolean draining, Instant lastSeen) {}
