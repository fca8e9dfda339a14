package dev.winslow.api.trigger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A trigger.
 *
 * @param variables the names of those that it sets; their values are not shown, as they may be secret
 * @param nextTimes the next times at which it will fire, where it fires at times and is enabled
 * @param latest what came of it when it fired last
 * @param createdBy who made it, or changed it last: it starts runs in their name
 * @param missed the times that were missed last, because no server could fire it then
 */
public record TriggerView(
        UUID id,
        String name,
        TriggerSource source,
        List<String> variables,
        boolean enabled,
        List<Instant> nextTimes,
        Optional<FiringView> latest,
        Optional<FiringView> missed,
        String createdBy,
        Instant createdAt) {}
