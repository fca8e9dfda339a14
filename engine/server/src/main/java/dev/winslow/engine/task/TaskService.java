package dev.winslow.engine.task;

import dev.winslow.api.access.Right;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.task.TaskCareRepository.Step;
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
    private final TaskCareRepository care;
    private final ProjectAccess access;
    private final TaskList list;

    TaskService(
            PipelineTasks ofPipelines,
            QuestionTasks ofStages,
            FileService files,
            TaskCareRepository care,
            ProjectAccess access,
            TaskList list) {
        this.ofPipelines = ofPipelines;
        this.ofStages = ofStages;
        this.files = files;
        this.care = care;
        this.access = access;
        this.list = list;
    }

    /** Open tasks of projects that the viewer may see, oldest first. */
    public List<TaskView> open(Optional<UUID> projectId, Viewer viewer) {
        return list.of(projectId, Right.SEE, viewer);
    }

    /** Open tasks that the viewer may answer, oldest first. */
    public List<TaskView> waitingFor(Viewer viewer) {
        return list.of(Optional.empty(), Right.TAKE_PART, viewer);
    }

    /** How many of those are this person's or nobody's yet, without reading them. */
    public int waitingCount(Viewer viewer) {
        return list.waitingCount(viewer);
    }

    public boolean mayAnswer(TaskView task, Viewer viewer) {
        return access.of(task.projectId(), viewer).includes(Right.TAKE_PART);
    }

    /** Empty also where the viewer may not see it. */
    public Optional<TaskView> find(UUID id, Viewer viewer) {
        return find(id).filter(task -> access.sees(task.projectId(), viewer));
    }

    private Optional<TaskView> find(UUID id) {
        return ofPipelines
                .find(id)
                .or(() -> ofStages.find(id))
                .map(task -> TaskList.with(
                        task, care.care(id), care.comments(Step.of(task)).size()));
    }

    /** A file of the workspace or the output that the task stands on. */
    public Optional<FileView> file(UUID taskId, String path) {
        TaskView task = require(taskId);
        return Stream.of(Area.WORKSPACE, Area.OUTPUT)
                .flatMap(area -> files.files(task.projectId(), Optional.of(task.runId()), area).stream())
                .filter(file -> file.path().equals(path))
                .findFirst();
    }

    @Needs(value = Right.TAKE_PART, of = Subject.TASK)
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
