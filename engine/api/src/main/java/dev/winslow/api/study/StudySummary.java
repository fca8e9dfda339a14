package dev.winslow.api.study;

import dev.winslow.api.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A study at a glance.
 *
 * @param states how many of its runs stand so
 */
public record StudySummary(
        UUID id,
        UUID projectId,
        String name,
        Instant createdAt,
        String createdBy,
        List<ParameterValues> parameters,
        Map<RunState, Integer> states) {
    public StudySummary {
        parameters = List.copyOf(parameters);
        states = Map.copyOf(states);
    }
}
