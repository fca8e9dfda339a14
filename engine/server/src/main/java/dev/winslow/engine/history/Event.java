package dev.winslow.engine.history;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.history.EventView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened, as it is stored; without a project it concerns all.
 *
 * @param sequence its place among all, for readers that want to miss nothing; absent in histories
 * @param here whether this server wrote it, since it was started
 */
public record Event(
        long id,
        Optional<Long> sequence,
        Optional<UUID> projectId,
        Optional<UUID> runId,
        Optional<UUID> attemptId,
        Instant at,
        String who,
        EventKind kind,
        Map<String, String> details,
        boolean here) {

    public EventView view() {
        return new EventView(
                id, sequence, projectId, runId, attemptId, at, who, kind, EventText.of(kind, details), details);
    }
}
