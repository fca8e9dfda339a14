package dev.winslow.engine.sweep;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Runs;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files from a project: first their names, in one transaction, and then the bytes that no name is left for.
 *
 * <p>Why nobody can lose a file that is needed meanwhile: the open runs are held, so that no stage is claimed (and takes files as its inputs), ends,
 * or is answered; and the project is held, so that no run is started and no upload ends that would share the bytes of a file. What was in use before
 * the locks were had is seen by the plan, which is made under them. When the server dies between both steps the sweep deletes the bytes.
 */
@Component
class Removal {
    private static final int PAGE = 1000;

    private final CleanupRepository repository;
    private final Unnamed unnamed;
    private final Runs runs;
    private final ProjectService projects;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Removal(
            CleanupRepository repository,
            Unnamed unnamed,
            Runs runs,
            ProjectService projects,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.repository = repository;
        this.unnamed = unnamed;
        this.runs = runs;
        this.projects = projects;
        this.transaction = transaction;
        this.clock = clock;
    }

    CleanupPlan remove(Project project, Supplier<CleanupPlan> planned) {
        CleanupPlan plan = java.util.Objects.requireNonNull(transaction.execute(status -> {
            hold(project.id());
            CleanupPlan made = planned.get();
            unname(made);
            return made;
        }));
        List<CleanupPlan.Kept> objects = plan.objects();
        for (int from = 0; from < objects.size(); from += PAGE) {
            unnamed.remove(
                    project.bucket(),
                    objects.subList(from, Math.min(from + PAGE, objects.size())).stream()
                            .map(CleanupPlan.Kept::key)
                            .toList());
        }
        return plan;
    }

    /** The runs before the project, as whoever writes a stage's outcome does. */
    private void hold(UUID projectId) {
        List<UUID> open = repository.openRuns(projectId);
        open.forEach(runs::lock);
        projects.requireLocked(projectId);
        if (!open.containsAll(repository.openRuns(projectId))) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "A run of this project was started at this moment.", "Try again.");
        }
    }

    private void unname(CleanupPlan plan) {
        List<CleanupPlan.Kept> files = plan.files();
        for (int from = 0; from < files.size(); from += PAGE) {
            List<CleanupPlan.Kept> page = files.subList(from, Math.min(from + PAGE, files.size()));
            repository.remove(
                    page.stream().map(CleanupPlan.Kept::id).toList(),
                    page.stream()
                            .flatMap(file -> file.attemptId().stream())
                            .distinct()
                            .toList(),
                    clock.instant());
        }
    }
}
