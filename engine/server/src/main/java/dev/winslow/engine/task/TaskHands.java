package dev.winslow.engine.task;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.access.AccessService;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Says into whose hands a task can be given. */
@Component
class TaskHands {
    private final AccessService people;
    private final ProjectAccess access;

    TaskHands(AccessService people, ProjectAccess access) {
        this.people = people;
        this.access = access;
    }

    /** Refuses somebody who may not answer it. */
    void require(TaskView task, String person) {
        if (!access.of(task.projectId(), people.viewer(person)).includes(Right.TAKE_PART)) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    person + " may not answer tasks of the project \"" + task.projectName() + "\".",
                    "Have " + person + " made a member of the project first, or choose somebody who is.");
        }
    }
}
