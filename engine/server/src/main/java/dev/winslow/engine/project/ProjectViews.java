package dev.winslow.engine.project;

import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.project.ProjectStates.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Draws up projects with how they stand. */
@Component
class ProjectViews {
    private final ProjectStates states;

    ProjectViews(ProjectStates states) {
        this.states = states;
    }

    ProjectView of(SeenProject project) {
        return of(List.of(project)).getFirst();
    }

    List<ProjectView> of(List<SeenProject> shown) {
        Map<UUID, Standing> standings =
                states.of(shown.stream().map(seen -> seen.project().id()).toList());
        return shown.stream()
                .map(seen -> view(
                        seen.project(),
                        seen.may(),
                        standings.getOrDefault(seen.project().id(), Standing.NEW)))
                .toList();
    }

    private static ProjectView view(Project project, Right may, Standing standing) {
        return new ProjectView(
                project.id(),
                project.name(),
                project.pipelineKey(),
                project.tags(),
                Optional.of(project.owner()).filter(owner -> !owner.isEmpty()),
                project.createdAt(),
                standing.state(),
                standing.latestRun(),
                standing.currentStages(),
                may);
    }
}
