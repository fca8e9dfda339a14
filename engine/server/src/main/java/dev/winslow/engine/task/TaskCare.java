package dev.winslow.engine.task;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.task.TaskComment;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.Changes;
import dev.winslow.engine.Ids;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.history.Actor;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.task.TaskCareRepository.Care;
import dev.winslow.engine.task.TaskCareRepository.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who does a task and by when, and what people write about it. */
@Service
public class TaskCare {
    private static final int LONGEST_COMMENT = 4000;
    private static final int LONGEST_NAME = 200;

    private final TaskService tasks;
    private final TaskCareRepository repository;
    private final TaskHands hands;
    private final Runs runs;
    private final Changes changes;
    private final InstantSource clock;

    TaskCare(
            TaskService tasks,
            TaskCareRepository repository,
            TaskHands hands,
            Runs runs,
            Changes changes,
            InstantSource clock) {
        this.tasks = tasks;
        this.repository = repository;
        this.hands = hands;
        this.runs = runs;
        this.changes = changes;
        this.clock = clock;
    }

    /** Takes the task on; refused where somebody else has it. */
    @Transactional
    @Needs(value = Right.TAKE_PART, of = Subject.TASK)
    public TaskView claim(UUID id) {
        TaskView task = requireLocked(id);
        String me = Actor.current().name();
        task.assignee().filter(other -> !other.equals(me)).ifPresent(other -> {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    other + " does \"" + task.name() + "\" already.",
                    "Ask " + other + " to hand it over, or hand it to yourself where that is agreed.");
        });
        return assign(task, Optional.of(me));
    }

    /** Hands the task over, or leaves it to anybody. */
    @Transactional
    @Needs(value = Right.TAKE_PART, of = Subject.TASK)
    public TaskView assign(UUID id, Optional<String> who) {
        TaskView task = requireLocked(id);
        Optional<String> name = who.map(typed -> text(typed, LONGEST_NAME, "A person's name has"));
        name.ifPresent(person -> hands.require(task, person));
        return assign(task, name);
    }

    private TaskView assign(TaskView task, Optional<String> who) {
        if (!task.assignee().equals(who)) {
            repository.replace(task, new Care(who, said(task).flatMap(Care::dueAt)));
            tell(task, EventKind.TASK_ASSIGNED, Map.of("new", who.orElse("")));
        }
        return tasks.require(task.id());
    }

    @Transactional
    @Needs(value = Right.TAKE_PART, of = Subject.TASK)
    public TaskView due(UUID id, Optional<Instant> at) {
        TaskView task = requireLocked(id);
        repository.replace(task, new Care(task.assignee(), at));
        changes.publish(task.projectId());
        return tasks.require(id);
    }

    /** Oldest first, also those of earlier rounds of the same step. */
    public List<TaskComment> comments(UUID id) {
        return repository.comments(Step.of(tasks.require(id)));
    }

    @Transactional
    @Needs(value = Right.TAKE_PART, of = Subject.TASK)
    public TaskComment comment(UUID id, String text) {
        TaskView task = requireLocked(id);
        TaskComment comment = new TaskComment(
                Ids.next(),
                text(text, LONGEST_COMMENT, "A comment has"),
                clock.instant(),
                Actor.current().name());
        repository.insert(Step.of(task), comment);
        tell(task, EventKind.TASK_COMMENTED, Map.of());
        return comment;
    }

    private Optional<Care> said(TaskView task) {
        return repository.care(task.id());
    }

    private TaskView requireLocked(UUID id) {
        runs.lock(tasks.require(id).runId());
        return tasks.require(id);
    }

    private void tell(TaskView task, EventKind kind, Map<String, String> more) {
        Map<String, String> details = new java.util.HashMap<>(more);
        details.put("task", task.id().toString());
        details.put("step", task.stepId());
        details.put("name", task.name());
        runs.tell(task.runId(), kind, details);
        changes.publish(task.projectId());
    }

    private static String text(String text, int longest, String expected) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > longest) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "%s 1 to %d characters, but this one has %d.".formatted(expected, longest, trimmed.length()),
                    "Write it shorter, or keep a longer text in the project's notes.");
        }
        return trimmed;
    }
}
