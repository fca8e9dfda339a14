package dev.winslow.api.history;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened in a project, or to what all projects share.
 *
 * @param id grows from event to event; to be asked for what came before it
 * @param projectId absent where it concerns all projects
 * @param who a person's or a node's name, or Winslow where the system did it by itself
 * @param text what happened, in a sentence
 * @param details the same for programs, as {@link EventKind} says
 */
public record EventView(
        long id,
        Optional<UUID> projectId,
        Optional<UUID> runId,
        Optional<UUID> attemptId,
        Instant at,
        String who,
        EventKind kind,
        String text,
        Map<String, String> details) {}
