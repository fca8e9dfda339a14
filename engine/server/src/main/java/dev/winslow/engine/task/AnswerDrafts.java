package dev.winslow.engine.task;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.task.SaveDraft;
import dev.winslow.api.task.TaskDraft;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.Changes;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.database.Columns;
import dev.winslow.engine.history.Actor;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.run.Runs;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people have begun to answer, so that a closed page or a stopped server loses nothing. */
@Service
public class AnswerDrafts {
    private static final int LONGEST = 2_000_000;

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final Runs runs;
    private final Changes changes;
    private final InstantSource clock;

    AnswerDrafts(JdbcClient jdbc, TaskService tasks, Runs runs, Changes changes, InstantSource clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.runs = runs;
        this.changes = changes;
        this.clock = clock;
    }

    public Optional<TaskDraft> find(UUID taskId) {
        return jdbc.sql("select * from task_draft where task_id = :task")
                .param("task", taskId)
                .query((row, n) -> new TaskDraft(
                        row.getString("content"), Columns.instant(row, "saved_at"), row.getString("saved_by")))
                .optional();
    }

    /** Refuses what goes on from another draft than the last one, so that nobody writes over what somebody else does meanwhile. */
    @Transactional
    @Needs(value = Right.TAKE_PART, of = Subject.TASK)
    public TaskDraft save(UUID taskId, SaveDraft request) {
        TaskView task = tasks.require(taskId);
        runs.lock(task.runId());
        check(find(taskId), request);
        TaskDraft draft =
                new TaskDraft(request.content(), now(), Actor.current().name());
        remove(taskId);
        jdbc.sql("""
                insert into task_draft (task_id, run_id, content, saved_at, saved_by)
                values (:task, :run, :content, :at, :who)
                """)
                .param("task", taskId)
                .param("run", task.runId())
                .param("content", draft.content())
                .param("at", time(draft.savedAt()))
                .param("who", draft.savedBy())
                .update();
        changes.publish(task.projectId());
        return draft;
    }

    @Needs(value = Right.TAKE_PART, of = Subject.TASK)
    public void remove(UUID taskId) {
        jdbc.sql("delete from task_draft where task_id = :task")
                .param("task", taskId)
                .update();
    }

    /** As exactly as both databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void check(Optional<TaskDraft> before, SaveDraft request) {
        if (request.content().length() > LONGEST) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A draft has at most %d characters, but this one has %d."
                            .formatted(LONGEST, request.content().length()),
                    "Answer the task with what there is, or make it smaller.");
        }
        if (!before.map(TaskDraft::savedAt).equals(request.seen())) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    before.map(draft -> draft.savedBy() + " has changed this answer meanwhile.")
                            .orElse("This answer was thrown away meanwhile."),
                    "Read it again, and go on from there.");
        }
    }
}
