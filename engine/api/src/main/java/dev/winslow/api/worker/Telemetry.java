package dev.winslow.api.worker;

import dev.winslow.api.node.NodeLoad;
import java.time.Instant;
import java.util.List;

/**
 * What a node has measured since it told last. What comes twice counts once.
 *
 * @param sentAt by the node's clock, so that the server can put a wrong one right
 */
public record Telemetry(
        Instant sentAt, List<NodeLoad> seconds, List<NodeLoad> minutes, List<MeasuredAttempt> attempts) {
    public Telemetry {
        seconds = List.copyOf(seconds);
        minutes = List.copyOf(minutes);
        attempts = List.copyOf(attempts);
    }
}
