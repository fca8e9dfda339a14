package dev.winslow.engine.task;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.task.TaskCareRepository.Care;
import dev.winslow.engine.task.TaskCareRepository.Step;
import java.util.Comparator;
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

    private final PipelineTasks ofPipelines;
    private final QuestionTasks ofStages;
    private final FileService files;
    private final TaskCareRepository care;

    TaskService(PipelineTasks ofPipelines, QuestionTasks ofStages, FileService files, TaskCareRepository care) {
        this.ofPipelines = ofPipelines;
        this.ofStages = ofStages;
        this.files = files;
        this.care = care;
    }

    /** Open tasks, oldest first. */
    public List<TaskView> open(Optional<UUID> projectId) {
        Map<UUID, Care> said = care.care();
        Map<Step, Integer> comments = care.commentCounts();
        return Stream.concat(ofPipelines.open(), ofStages.open().stream())
                .filter(task -> projectId.isEmpty() || projectId.get().equals(task.projectId()))
                .map(task ->
                        with(task, Optional.ofNullable(said.get(task.id())), comments.getOrDefault(Step.of(task), 0)))
                .sorted(Comparator.comparing(TaskView::createdAt))
                .toList();
    }

    public Optional<TaskView> find(UUID id) {
        return ofPipelines
                .find(id)
                .or(() -> ofStages.find(id))
                .map(task ->
                        with(task, care.care(id), care.comments(Step.of(task)).size()));
    }

    private static TaskView with(TaskView task, Optional<Care> said, int comments) {
        return task.with(
                said.map(Care::assignee).orElse(task.assignee()),
                said.flatMap(Care::dueAt).or(task::dueAt),
                comments);
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
        if (!ofStages.answer(taskId, answer, who)) {
            ofPipelines.complete(taskId, answer);
        }
        care.done(taskId);
        log.info("{} answered the task {}", who, taskId);
    }

    TaskView require(UUID id) {
        return find(id).orElseThrow(() -> Answers.unknown(id));
    }
}
