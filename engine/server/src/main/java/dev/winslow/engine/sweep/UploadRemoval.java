package dev.winslow.engine.sweep;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.Changes;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Takes an upload, or a file of the pool, out of a project: its name at once, with all that was uploaded under the same one before, and its bytes where
 * nothing else has them. No run may be on its way that works with it; attempts of earlier runs still tell that they started from it.
 */
@Service
public class UploadRemoval {
    private final CleanupRepository repository;
    private final Removal removal;
    private final ProjectService projects;
    private final Events events;
    private final Changes changes;

    UploadRemoval(
            CleanupRepository repository, Removal removal, ProjectService projects, Events events, Changes changes) {
        this.repository = repository;
        this.removal = removal;
        this.projects = projects;
        this.events = events;
        this.changes = changes;
    }

    @Needs(Right.CHANGE)
    public void remove(UUID projectId, UUID file) {
        Project project = projects.require(projectId);
        removal.remove(project, () -> plan(project, file));
        changes.publish(projectId);
    }

    /** Under the locks of the removal, and in its transaction. */
    private CleanupPlan plan(Project project, UUID file) {
        String path = repository.uploadedPath(project.id(), file).orElseThrow(() -> unknown(file));
        Set<UUID> going = Set.copyOf(repository.uploads(project.id(), path));
        List<UUID> open = repository.openRunsWith(project.id(), going);
        if (!open.isEmpty()) {
            throw inUse(path, open);
        }
        List<CleanupPlan.Kept> all = repository.files(project.id());
        CleanupPlan plan = CleanupPlan.without(
                all.stream().filter(each -> going.contains(each.id())).toList(), all, project.bucket());
        events.ofProject(project.id(), EventKind.FILE_REMOVED, Map.of("path", path));
        return plan;
    }

    private static ProblemException inUse(String path, List<UUID> open) {
        return new ProblemException(
                ProblemType.CONFLICT,
                path + " may be in use by "
                        + open.stream().map(run -> "run " + run).collect(Collectors.joining(", "))
                        + ": it was there when that began, or a stage of it has read it, and it has not ended.",
                "Wait for its end or cancel it first, or upload another file of the same name, which takes its place.");
    }

    private static ProblemException unknown(UUID file) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "There is no file " + file + " among what was uploaded into this project.",
                "List the project's files of the area INPUT; what stages left goes by cleaning up.");
    }
}
