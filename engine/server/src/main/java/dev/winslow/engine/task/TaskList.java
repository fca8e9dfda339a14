package dev.winslow.engine.task;

import dev.winslow.api.access.Right;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.flowable.ProcessKernel.UserTask;
import dev.winslow.engine.question.Question;
import dev.winslow.engine.task.SeenRuns.Seen;
import dev.winslow.engine.task.TaskCareRepository.Care;
import dev.winslow.engine.task.TaskCareRepository.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lists open tasks, with as many queries for many as for one. Of the tasks of all projects only the ids are looked at; the rest is read of those
 * that the viewer has a right to.
 */
@Component
class TaskList {
    private final PipelineTasks ofPipelines;
    private final QuestionTasks ofStages;
    private final SeenRuns runs;
    private final TaskCareRepository care;
    private final WaitingCount waiting;

    TaskList(
            PipelineTasks ofPipelines,
            QuestionTasks ofStages,
            SeenRuns runs,
            TaskCareRepository care,
            WaitingCount waiting) {
        this.ofPipelines = ofPipelines;
        this.ofStages = ofStages;
        this.runs = runs;
        this.care = care;
        this.waiting = waiting;
    }

    int waitingCount(Viewer viewer) {
        return waiting.of(viewer);
    }

    /** Oldest first. */
    List<TaskView> of(Optional<UUID> projectId, Right right, Viewer viewer) {
        List<UserTask> steps = ofPipelines.open();
        List<Question> questions = ofStages.open();
        Map<UUID, Seen> seen = runs.having(right, runsOf(steps, questions), projectId, viewer);
        Map<UUID, Care> said = care.care();
        Map<Step, Integer> comments = care.commentCounts(seen.keySet());
        return Stream.concat(ofPipelines.views(steps, seen).stream(), ofStages.views(questions, seen).stream())
                .map(task ->
                        with(task, Optional.ofNullable(said.get(task.id())), comments.getOrDefault(Step.of(task), 0)))
                .sorted(Comparator.comparing(TaskView::createdAt))
                .toList();
    }

    private static Set<UUID> runsOf(List<UserTask> steps, List<Question> questions) {
        return Stream.concat(
                        steps.stream().map(UserTask::runId), questions.stream().map(Question::runId))
                .collect(Collectors.toSet());
    }

    /** With what people say of it. */
    static TaskView with(TaskView task, Optional<Care> said, int comments) {
        return task.with(
                said.map(Care::assignee).orElse(task.assignee()),
                said.flatMap(Care::dueAt).or(task::dueAt),
                comments);
    }
}
