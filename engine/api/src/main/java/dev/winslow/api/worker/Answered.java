package dev.winslow.api.worker;

import java.util.Map;
import java.util.UUID;

/** What a person answered to a question that a stage asked while it ran; brought with every heartbeat from then on. */
public record Answered(UUID attemptId, String id, Map<String, String> values) {
    public Answered {
        values = Map.copyOf(values);
    }
}
