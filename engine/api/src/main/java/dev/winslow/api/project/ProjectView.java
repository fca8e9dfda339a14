package dev.winslow.api.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A project at a glance. currentStages are the names of the stages and user tasks that it stands at. */
public record ProjectView(
        UUID id,
        String name,
        String pipelineKey,
        List<String> tags,
        Instant createdAt,
        ProjectState state,
        Optional<UUID> latestRun,
        List<String> currentStages) {
    public ProjectView {
        tags = List.copyOf(tags);
        currentStages = List.copyOf(currentStages);
    }
}
