package dev.winslow.api.notify;

import dev.winslow.api.history.EventKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is told what.
 *
 * @param projectId whose events; where absent, those of all projects
 * @param person whose rule it is; absent for a project's
 * @param deliveredAt when the receiver last took something
 * @param nextTryAt when a receiver that could not be reached is tried again
 * @param fault why nothing arrives at present, in a sentence
 * @param givenUp what was given up at last because the receiver was away for too long, in a sentence
 */
public record RuleView(
        UUID id,
        Optional<UUID> projectId,
        Optional<String> person,
        List<EventKind> kinds,
        Receiver receiver,
        boolean enabled,
        String createdBy,
        Instant createdAt,
        Optional<Instant> deliveredAt,
        Optional<Instant> nextTryAt,
        Optional<String> fault,
        Optional<String> givenUp) {}
