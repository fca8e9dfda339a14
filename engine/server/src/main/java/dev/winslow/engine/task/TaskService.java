package dev.winslow.engine.task;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.artifact.FileService;
import java.util.Comparator;
import java.util.List;
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

    TaskService(PipelineTasks ofPipelines, QuestionTasks ofStages, FileService files) {
        this.ofPipelines = ofPipelines;
        this.ofStages = ofStages;
        this.files = files;
    }

    /** Open tasks, oldest first. */
    public List<TaskView> open(Optional<UUID> projectId) {
        return Stream.concat(ofPipelines.open(), ofStages.open().stream())
                .filter(task -> projectId.isEmpty() || projectId.get().equals(task.projectId()))
                .sorted(Comparator.comparing(TaskView::createdAt))
                .toList();
    }

    public Optional<TaskView> find(UUID id) {
        return ofPipelines.find(id).or(() -> ofStages.find(id));
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
        log.info("{} answered the task {}", who, taskId);
    }

    TaskView require(UUID id) {
        return find(id).orElseThrow(() -> Answers.unknown(id));
    }
}
