package dev.winslow.engine.task;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.task.TaskComment;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.database.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TaskCareRepository {
    private final JdbcClient jdbc;

    TaskCareRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who does a task, and by when, where people have said so. */
    record Care(Optional<String> assignee, Optional<Instant> dueAt) {}

    Optional<Care> care(UUID task) {
        return Optional.ofNullable(
                care("where task_id = :task", Map.of("task", task)).get(task));
    }

    /** Of all tasks. */
    Map<UUID, Care> care() {
        return care("", Map.of());
    }

    private Map<UUID, Care> care(String where, Map<String, ?> parameters) {
        Map<UUID, Care> found = new HashMap<>();
        jdbc.sql("select * from task_care " + where).params(parameters).query(row -> {
            found.put(
                    Columns.uuid(row, "task_id"),
                    new Care(Optional.ofNullable(row.getString("assignee")), Columns.optionalInstant(row, "due_at")));
        });
        return found;
    }

    void replace(TaskView task, Care care) {
        remove(task.id());
        jdbc.sql("""
                insert into task_care (task_id, run_id, assignee, due_at) values (:task, :run, :assignee, :due)
                """)
                .param("task", task.id())
                .param("run", task.runId())
                .param("assignee", care.assignee().orElse(null))
                .param("due", care.dueAt().map(Columns::time).orElse(null))
                .update();
    }

    /** What is kept for a task that waits is of no use to one that does not; comments stay. */
    void done(UUID task) {
        remove(task);
        jdbc.sql("delete from task_draft where task_id = :task")
                .param("task", task)
                .update();
    }

    private void remove(UUID task) {
        jdbc.sql("delete from task_care where task_id = :task")
                .param("task", task)
                .update();
    }

    /** How many there are of each step of these runs that has some. */
    Map<Step, Integer> commentCounts(Collection<UUID> runs) {
        Map<Step, Integer> found = new HashMap<>();
        if (runs.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                select run_id, step_id, count(*) as comments from task_comment where run_id in (:runs)
                group by run_id, step_id
                """).param("runs", runs).query(row -> {
            found.put(new Step(Columns.uuid(row, "run_id"), row.getString("step_id")), row.getInt("comments"));
        });
        return found;
    }

    List<TaskComment> comments(Step step) {
        return jdbc.sql("""
                select * from task_comment where run_id = :run and step_id = :step order by written_at, id
                """)
                .param("run", step.runId())
                .param("step", step.stepId())
                .query((row, n) -> new TaskComment(
                        Columns.uuid(row, "id"),
                        row.getString("content"),
                        Columns.instant(row, "written_at"),
                        row.getString("written_by")))
                .list();
    }

    void insert(Step step, TaskComment comment) {
        jdbc.sql("""
                insert into task_comment (id, run_id, step_id, content, written_at, written_by)
                values (:id, :run, :step, :content, :at, :who)
                """)
                .param("id", comment.id())
                .param("run", step.runId())
                .param("step", step.stepId())
                .param("content", comment.text())
                .param("at", time(comment.writtenAt()))
                .param("who", comment.writtenBy())
                .update();
    }

    /** A step of a run, whichever of its tasks is open. */
    record Step(UUID runId, String stepId) {
        static Step of(TaskView task) {
            return new Step(task.runId(), task.stepId());
        }
    }
}
