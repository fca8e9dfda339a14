package dev.winslow.engine.project;

import dev.winslow.api.project.ProjectState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells how a project stands; the runs know. */
public interface ProjectStates {
    Standing of(UUID projectId);

    /** The state at a glance with the run that it comes from and the names of the steps that the run stands at. */
    record Standing(ProjectState state, Optional<UUID> latestRun, List<String> currentStages) {}
}
