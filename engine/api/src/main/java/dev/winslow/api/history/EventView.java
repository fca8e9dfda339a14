package dev.winslow.api.history;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened in a project, or to what all projects share.
 *
 * @param id grows from event to event of a history; to be asked for what came before it
 * @param sequence its place among the events of all projects, as readers get them that miss nothing: to be asked for what comes after it. Absent
 *     in histories
 * @param projectId absent where it concerns all projects
 * @param who a person's or a node's name, or Winslow where the system did it by itself
 * @param text what happened, in a sentence
 * @param details the same for programs, as {@link EventKind} says
 */
public record EventView(
        long id,
        Optional<Long> sequence,
        Optional<UUID> projectId,
        Optional<UUID> runId,
        Optional<UUID> attemptId,
        Instant at,
        String who,
        EventKind kind,
        String text,
        Map<String, String> details) {}
