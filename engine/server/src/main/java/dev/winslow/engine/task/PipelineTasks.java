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
import dev.winslow.engine.task.SeenRuns.Seen;
import dev.winslow.engine.variable.Levels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    List<UserTask> open() {
        return kernel.userTasks();
    }

    /** Those of them that stand in these runs. */
    List<TaskView> views(List<UserTask> tasks, Map<UUID, Seen> runs) {
        List<UserTask> seen =
                tasks.stream().filter(task -> runs.containsKey(task.runId())).toList();
        Map<UUID, Levels> levels = variables.levels(seen.stream()
                .flatMap(task -> Optional.ofNullable(runs.get(task.runId())).stream())
                .map(Seen::run)
                .distinct()
                .toList());
        return seen.stream()
                .flatMap(task -> Optional.ofNullable(runs.get(task.runId())).stream()
                        .flatMap(in -> view(task, in, levels::get).stream()))
                .toList();
    }

    Optional<TaskView> find(UUID id) {
        return kernel.userTask(id)
                .flatMap(task -> runs.find(task.runId())
                        .flatMap(run -> projects.stored(run.projectId()).map(project -> new Seen(run, project.name())))
                        .flatMap(in -> view(task, in, run -> variables.levels(in.run()))));
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

    /** Nothing where the pipeline knows no such task. */
    private Optional<TaskView> view(UserTask task, Seen in, Function<UUID, @Nullable Levels> levels) {
        return spec(in.run(), task)
                .flatMap(spec -> Optional.ofNullable(levels.apply(in.run().id()))
                        .map(values -> view(task, in, spec, withValues(spec.fields(), values))));
    }

    private Optional<TaskSpec> spec(Run run, UserTask task) {
        return pipelines.spec(run.pipeline().definitionId()).flatMap(pipeline -> pipeline.task(task.stepId()));
    }

    private static TaskView view(UserTask task, Seen in, TaskSpec spec, List<TaskField> fields) {
        return new TaskView(
                task.id(),
                in.run().id(),
                in.run().projectId(),
                in.projectName(),
                task.stepId(),
                spec.name(),
                spec.form(),
                task.createdAt(),
                task.assignee(),
                spec.settings(),
                fields,
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
