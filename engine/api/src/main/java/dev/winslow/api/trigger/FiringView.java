package dev.winslow.api.trigger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A time that a trigger fired, or was to fire.
 *
 * @param sentence what came of it, in words
 */
public record FiringView(
        UUID id,
        UUID triggerId,
        Instant dueAt,
        Instant firedAt,
        FiringOutcome outcome,
        Optional<UUID> projectId,
        Optional<UUID> runId,
        String sentence) {}
