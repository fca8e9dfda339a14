package dev.winslow.api.project;

import dev.winslow.api.access.Right;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A project at a glance.
 *
 * @param owner who answers for it: at first whoever created it
 * @param currentStages the names of the stages and user tasks that it stands at
 * @param may what whoever asks may do with it
 */
public record ProjectView(
        UUID id,
        String name,
        String pipelineKey,
        List<String> tags,
        Optional<String> owner,
        Instant createdAt,
        ProjectState state,
        Optional<UUID> latestRun,
        List<String> currentStages,
        Right may) {
    public ProjectView {
        tags = List.copyOf(tags);
        currentStages = List.copyOf(currentStages);
    }
}
