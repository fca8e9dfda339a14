package dev.winslow.engine.guard;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.problem.ProblemException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks whether somebody may do something to what belongs to a project, open tasks among it. */
@Component
class Gate {
    private final ProjectAccess access;
    private final TaskRuns tasks;

    Gate(ProjectAccess access, TaskRuns tasks) {
        this.access = access;
        this.tasks = tasks;
    }

    void require(Subject subject, UUID id, Right right, Viewer viewer) {
        if (viewer.all()) {
            return;
        }
        if (subject == Subject.TASK) {
            access.require(Subject.RUN, runOf(id, viewer), right, viewer);
        } else {
            access.require(subject, id, right, viewer);
        }
    }

    private UUID runOf(UUID task, Viewer viewer) {
        return tasks.runOf(task)
                .filter(run -> access.of(Subject.RUN, run, viewer).includes(Right.SEE))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no open task " + task + ".",
                        "List the tasks; somebody may have answered it."));
    }
}
