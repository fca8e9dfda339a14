package dev.winslow.engine.task;

import dev.winslow.api.access.Right;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The runs that tasks stand in, looked up together, and of them only those that are anything to the viewer. */
@Component
class SeenRuns {
    private final Runs runs;
    private final ProjectService projects;
    private final ProjectAccess access;

    SeenRuns(Runs runs, ProjectService projects, ProjectAccess access) {
        this.runs = runs;
        this.projects = projects;
        this.access = access;
    }

    record Seen(Run run, String projectName) {}

    /** By the run's id, those in whose project the viewer has this right; where a project is named, of this one only. */
    Map<UUID, Seen> having(Right right, Collection<UUID> ids, Optional<UUID> project, Viewer viewer) {
        List<Run> found = runs.find(ids).values().stream()
                .filter(run -> project.isEmpty() || project.get().equals(run.projectId()))
                .toList();
        Set<UUID> seen = access.having(right, found.stream().map(Run::projectId).collect(Collectors.toSet()), viewer);
        Map<UUID, String> names = projects.names(seen);
        return found.stream()
                .filter(run -> names.containsKey(run.projectId()))
                .map(run -> new Seen(run, names.getOrDefault(run.projectId(), "")))
                .collect(Collectors.toMap(one -> one.run().id(), Function.identity()));
    }
}
