package dev.winslow.engine.task;

import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskField;
import dev.winslow.api.task.TaskView;
import dev.winslow.api.worker.Placeholders;
import dev.winslow.engine.artifact.ValidPath;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.UserTask;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.TaskSpec;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.RunVariables;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.variable.Levels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The user tasks of pipelines. */
@Component
class PipelineTasks {
    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final ProjectService projects;
    private final Runs runs;
    private final RunVariables variables;
    private final Answers answers;

    PipelineTasks(
            ProcessKernel kernel,
            PipelineService pipelines,
            ProjectService projects,
            Runs runs,
            RunVariables variables,
            Answers answers) {
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.projects = projects;
        this.runs = runs;
        this.variables = variables;
        this.answers = answers;
    }

    Stream<TaskView> open() {
        return kernel.userTasks().stream().flatMap(task -> view(task).stream());
    }

    Optional<TaskView> find(UUID id) {
        return kernel.userTask(id).flatMap(this::view);
    }

    void complete(UUID id, CompleteTask answer) {
        UserTask task = kernel.userTask(id).orElseThrow(() -> Answers.unknown(id));
        Run run = runs.require(task.runId());
        PipelineSpec pipeline = pipelines.spec(run.pipeline().definitionId()).orElseThrow();
        TaskSpec spec = pipeline.task(task.stepId()).orElseThrow();
        AnswerCheck.require(spec, answer);
        answer.files().keySet().forEach(ValidPath::check);
        answers.record(task, run, new Answers.Meaning(pipeline.flow(), redone(spec, answer)), answer);
    }

    /** The stage that a review sends the run back to. */
    private static Optional<String> redone(TaskSpec spec, CompleteTask answer) {
        return Optional.ofNullable(spec.settings().get("redo"))
                .filter(stage -> "redo".equals(answer.variables().get("decision")));
    }

    private Optional<TaskView> view(UserTask task) {
        return runs.find(task.runId())
                .flatMap(run -> projects.find(run.projectId())
                        .flatMap(project -> spec(run, task).map(spec -> view(task, run, project.name(), spec))));
    }

    private Optional<TaskSpec> spec(Run run, UserTask task) {
        return pipelines.spec(run.pipeline().definitionId()).flatMap(pipeline -> pipeline.task(task.stepId()));
    }

    private TaskView view(UserTask task, Run run, String projectName, TaskSpec spec) {
        return new TaskView(
                task.id(),
                run.id(),
                run.projectId(),
                projectName,
                task.stepId(),
                spec.name(),
                spec.form(),
                task.createdAt(),
                task.assignee(),
                spec.settings(),
                withValues(spec.fields(), variables.levels(run)),
                due(task, spec),
                0);
    }

    /** As the pipeline says, until a person says otherwise. */
    private static Optional<Instant> due(UserTask task, TaskSpec spec) {
        return Optional.ofNullable(spec.settings().get("due"))
                .map(Duration::parse)
                .map(task.createdAt()::plus);
    }

    /** A field shows the value that its variable has now, or what the pipeline proposes; a secret it does not show. */
    private static List<TaskField> withValues(List<TaskField> fields, Levels levels) {
        Map<String, String> variables = levels.values();
        variables.keySet().removeAll(levels.secrets());
        return fields.stream()
                .map(field -> new TaskField(
                        field.variable(),
                        field.label(),
                        field.type(),
                        field.required(),
                        Optional.ofNullable(variables.get(field.variable()))
                                .or(() -> field.value().map(value -> Placeholders.resolveFully(value, variables))),
                        field.choices()))
                .toList();
    }
}
