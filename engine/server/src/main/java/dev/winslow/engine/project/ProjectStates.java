package dev.winslow.engine.project;

import dev.winslow.api.project.ProjectState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells how a project stands; the runs know. */
public interface ProjectStates {
    /** By project; a project without a run is not among them. */
    Map<UUID, Standing> of(Collection<UUID> projectIds);

    /** The state at a glance with the run that it comes from and the names of the steps that the run stands at. */
    record Standing(ProjectState state, Optional<UUID> latestRun, List<String> currentStages) {
        static final Standing NEW = new Standing(ProjectState.NEW, Optional.empty(), List.of());
    }
}
