package dev.winslow.engine.task;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskField;
import dev.winslow.api.task.TaskView;
import dev.winslow.api.worker.Placeholders;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.artifact.ValidPath;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.UserTask;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.TaskSpec;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What waits for a person, and the answers. */
@Service
public class TaskService {
    private static final Logger log = LoggerFactory.getLogger(TaskService.class);

    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final ProjectService projects;
    private final Runs runs;
    private final FileService files;
    private final Answers answers;

    TaskService(
            ProcessKernel kernel,
            PipelineService pipelines,
            ProjectService projects,
            Runs runs,
            FileService files,
            Answers answers) {
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.projects = projects;
        this.runs = runs;
        this.files = files;
        this.answers = answers;
    }

    /** Open tasks, oldest first. */
    public List<TaskView> open(Optional<UUID> projectId) {
        return kernel.userTasks().stream()
                .flatMap(task -> view(task).stream())
                .filter(task -> projectId.isEmpty() || projectId.get().equals(task.projectId()))
                .toList();
    }

    public Optional<TaskView> find(UUID id) {
        return kernel.userTask(id).flatMap(this::view);
    }

    /** A file of the workspace or the output that the task stands on. */
    public Optional<FileView> file(UUID taskId, String path) {
        TaskView task = require(taskId);
        return Stream.of(Area.WORKSPACE, Area.OUTPUT)
                .flatMap(area -> files.files(task.projectId(), Optional.of(task.runId()), area).stream())
                .filter(file -> file.path().equals(path))
                .findFirst();
    }

    public void complete(UUID taskId, CompleteTask answer, String who) {
        UserTask task = kernel.userTask(taskId).orElseThrow(() -> Answers.unknown(taskId));
        Run run = runs.require(task.runId());
        PipelineSpec pipeline = pipelines.spec(run.pipeline().definitionId()).orElseThrow();
        TaskSpec spec = pipeline.task(task.stepId()).orElseThrow();
        List<String> problems = AnswerCheck.problems(spec, answer);
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "The answer to \"" + spec.name() + "\" is not complete.",
                    "Mend what is listed and send it again.",
                    problems);
        }
        answer.files().keySet().forEach(ValidPath::check);
        answers.record(task, run, pipeline.flow(), answer);
        log.info("{} answered the task {} of run {}", who, task.stepId(), run.id());
    }

    TaskView require(UUID id) {
        return find(id).orElseThrow(() -> Answers.unknown(id));
    }

    private Optional<TaskView> view(UserTask task) {
        return runs.find(task.runId())
                .flatMap(run -> projects.find(run.projectId())
                        .flatMap(project -> pipelines
                                .spec(run.pipeline().definitionId())
                                .flatMap(pipeline -> pipeline.task(task.stepId())
                                        .map(spec -> new TaskView(
                                                task.id(),
                                                run.id(),
                                                project.id(),
                                                project.name(),
                                                task.stepId(),
                                                spec.name(),
                                                spec.form(),
                                                task.createdAt(),
                                                task.assignee(),
                                                spec.settings(),
                                                withValues(spec.fields(), variables(run, pipeline)))))));
    }

    private Map<String, String> variables(Run run, PipelineSpec pipeline) {
        Map<String, String> variables = new HashMap<>(pipeline.variables());
        variables.putAll(kernel.variables(run.id()));
        return variables;
    }

    /** A field shows the value that its variable has now, or what the pipeline proposes. */
    private static List<TaskField> withValues(List<TaskField> fields, Map<String, String> variables) {
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
