package dev.winslow.engine.task;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.UserTask;
import dev.winslow.engine.pipeline.Flow;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.variable.VariableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what people answer. */
@Component
class Answers {
    private final ProcessKernel kernel;
    private final Runs runs;
    private final ProjectService projects;
    private final Workspaces workspaces;
    private final TransactionTemplate transaction;

    Answers(
            ProcessKernel kernel,
            Runs runs,
            ProjectService projects,
            Workspaces workspaces,
            TransactionTemplate transaction) {
        this.kernel = kernel;
        this.runs = runs;
        this.projects = projects;
        this.workspaces = workspaces;
        this.transaction = transaction;
    }

    /**
     * What an answer does to the run.
     *
     * @param redone the stage that it sends the run back to
     */
    record Meaning(Flow flow, Optional<String> redone) {}

    /** The answer's files are stored first; then their names, the variables and the step of the process are one transaction. */
    void record(UserTask task, Run run, Meaning meaning, CompleteTask answer) {
        VariableName.requireAll(answer.variables().keySet());
        List<Artifact> files =
                workspaces.keepAnswer(projects.require(run.projectId()), run.id(), task.stepId(), answer.files());
        transaction.executeWithoutResult(status -> {
            runs.lock(run.id());
            workspaces.recordAnswer(run.id(), task.stepId(), meaning.flow(), files);
            meaning.redone().ifPresent(stage -> runs.refresh(run, List.of(stage)));
            runs.tell(
                    run.id(),
                    EventKind.TASK_ANSWERED,
                    Map.of("task", task.id().toString(), "step", task.stepId(), "name", task.name()));
            runs.changing(run, answer.variables());
            if (!kernel.completeTask(task.id(), answer.variables())) {
                throw unknown(task.id());
            }
            runs.moved(run.id());
        });
    }

    static ProblemException unknown(UUID id) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "There is no open task " + id + ".",
                "Somebody may have answered it already; list the open tasks.");
    }
}
