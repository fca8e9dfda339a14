package dev.winslow.api.notify;

import dev.winslow.api.history.EventKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A new rule.
 *
 * @param kinds what to tell of; where empty, that a run failed, ended or waits for a person, and that a trigger started nothing
 * @param projectId for a person's rule: only what happens in this project
 */
public record CreateRule(List<EventKind> kinds, Receiver receiver, Optional<UUID> projectId) {
    public CreateRule {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }
}
