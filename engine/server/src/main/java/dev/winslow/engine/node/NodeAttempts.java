package dev.winslow.engine.node;

import java.util.List;
import java.util.UUID;

/** What runs on a node; the stages know. */
public interface NodeAttempts {
    List<UUID> on(UUID nodeId);
}
