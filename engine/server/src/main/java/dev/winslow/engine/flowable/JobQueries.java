package dev.winslow.engine.flowable;

import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.flowable.ProcessKernel.UserTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the engine's own tables where its query API would need a query a job: one statement tells a run's whole standing.
 */
class JobQueries {
    private final JdbcClient jdbc;

    JobQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first; a due date in the future is the back-off before another try. */
    List<QueuedStage> queued(Instant now, int limit) {
        return jdbc.sql("""
                select j.ID_, i.BUSINESS_KEY_, j.PROC_DEF_ID_, j.ELEMENT_ID_, j.CREATE_TIME_
                from ACT_RU_EXTERNAL_JOB j
                join ACT_RU_EXECUTION i on i.ID_ = j.PROCESS_INSTANCE_ID_
                where j.LOCK_OWNER_ is null and (j.DUEDATE_ is null or j.DUEDATE_ <= :now)
                order by j.CREATE_TIME_, j.ID_ limit :limit
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> new QueuedStage(
                        row.getString("ID_"),
                        UUID.fromString(row.getString("BUSINESS_KEY_")),
                        row.getString("PROC_DEF_ID_"),
                        row.getString("ELEMENT_ID_"),
                        row.getTimestamp("CREATE_TIME_").toInstant()))
                .list();
    }

    List<Position> positions(UUID runId) {
        return jdbc.sql("""
                select 'open' as KIND, j.ID_, j.ELEMENT_ID_, j.LOCK_OWNER_, j.LOCK_EXP_TIME_, j.CREATE_TIME_, j.EXCEPTION_MSG_
                from ACT_RU_EXTERNAL_JOB j join ACT_RU_EXECUTION i on i.ID_ = j.PROCESS_INSTANCE_ID_
                where i.BUSINESS_KEY_ = :runId
                union all
                select 'dead', j.ID_, j.ELEMENT_ID_, null, null, j.CREATE_TIME_, j.EXCEPTION_MSG_
                from ACT_RU_DEADLETTER_JOB j join ACT_RU_EXECUTION i on i.ID_ = j.PROCESS_INSTANCE_ID_
                where i.BUSINESS_KEY_ = :runId
                order by 6, 2
                """)
                .param("runId", runId.toString())
                .query(JobQueries::position)
                .list();
    }

    List<UserTask> userTasks(Optional<UUID> runId) {
        return jdbc.sql("""
                select t.ID_, i.BUSINESS_KEY_, t.PROC_DEF_ID_, t.TASK_DEF_KEY_, t.NAME_, t.CREATE_TIME_, t.ASSIGNEE_
                from ACT_RU_TASK t join ACT_RU_EXECUTION i on i.ID_ = t.PROC_INST_ID_
                where i.BUSINESS_KEY_ is not null and (i.BUSINESS_KEY_ = :runId or :runId = '')
                order by t.CREATE_TIME_, t.ID_
                """)
                .param("runId", runId.map(UUID::toString).orElse(""))
                .query((row, n) -> new UserTask(
                        UUID.fromString(row.getString("ID_")),
                        UUID.fromString(row.getString("BUSINESS_KEY_")),
                        row.getString("PROC_DEF_ID_"),
                        row.getString("TASK_DEF_KEY_"),
                        Optional.ofNullable(row.getString("NAME_")).orElse(row.getString("TASK_DEF_KEY_")),
                        row.getTimestamp("CREATE_TIME_").toInstant(),
                        Optional.ofNullable(row.getString("ASSIGNEE_"))))
                .list();
    }

    private static Position position(ResultSet row, int number) throws SQLException {
        String id = row.getString("ID_");
        String step = row.getString("ELEMENT_ID_");
        if (row.getString("KIND").equals("dead")) {
            return new Position.Dead(
                    id,
                    step,
                    Optional.ofNullable(row.getString("EXCEPTION_MSG_")).orElse("The stage failed."));
        }
        @org.jspecify.annotations.Nullable String token = row.getString("LOCK_OWNER_");
        return token == null
                ? new Position.Queued(id, step, row.getTimestamp("CREATE_TIME_").toInstant())
                : new Position.Claimed(
                        id, step, token, row.getTimestamp("LOCK_EXP_TIME_").toInstant());
    }
}
