package dev.winslow.engine.flowable;

import dev.winslow.engine.database.Columns;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flowable.job.api.JobInfo;
import org.flowable.job.service.impl.persistence.entity.JobInfoEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Flowable's job tables, asked and changed directly where its services have no call or need many. A process instance's id is the run's id.
 * Times are written as Flowable writes them.
 */
class JobTable {
    private static final int IDS_AT_ONCE = 1000;
    private static final int MAX_REASON = JobInfo.MAX_EXCEPTION_MESSAGE_LENGTH;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final InstantSource time;

    JobTable(JdbcTemplate batches, InstantSource time) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
        this.time = time;
    }

    /** Makes the caller's transaction the only one that moves this run; false if the run has ended. */
    boolean lockRun(String runId) {
        return jdbc.sql("select ID_ from ACT_RU_EXECUTION where ID_ = :run for update")
                .param("run", runId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** As {@link #lockRun}, of many; answers those that have not ended. */
    Set<UUID> lockRuns(Collection<UUID> runs) {
        return jdbc
                .sql("select ID_ from ACT_RU_EXECUTION where ID_ = any(:runs) order by ID_ for update")
                .param("runs", Columns.texts(runs))
                .query(String.class)
                .list()
                .stream()
                .map(UUID::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As {@link #lockRun}, of the run that a job belongs to. */
    boolean lockRunOf(String jobId) {
        return jdbc.sql("""
                        select ID_ from ACT_RU_EXECUTION
                        where ID_ = (select PROCESS_INSTANCE_ID_ from ACT_RU_EXTERNAL_JOB where ID_ = :job) for update
                        """).param("job", jobId).query(String.class).optional().isPresent();
    }

    List<QueuedStage> queued(int limit) {
        return jdbc.sql("""
                        select ID_, PROCESS_INSTANCE_ID_, PROC_DEF_ID_, ELEMENT_ID_, CREATE_TIME_
                        from ACT_RU_EXTERNAL_JOB
                        where LOCK_OWNER_ is null and (DUEDATE_ is null or DUEDATE_ <= :now)
                        order by CREATE_TIME_, ID_
                        limit :limit
                        """)
                .param("now", now())
                .param("limit", limit)
                .query(JobTable::queued)
                .list();
    }

    List<QueuedStage> queuedBehind(QueuedStage last, int limit) {
        return jdbc.sql("""
                        select ID_, PROCESS_INSTANCE_ID_, PROC_DEF_ID_, ELEMENT_ID_, CREATE_TIME_
                        from ACT_RU_EXTERNAL_JOB
                        where LOCK_OWNER_ is null and (DUEDATE_ is null or DUEDATE_ <= :now)
                          and (CREATE_TIME_ > :created or CREATE_TIME_ = :created and ID_ > :job)
                        order by CREATE_TIME_, ID_
                        limit :limit
                        """)
                .param("now", now())
                .param("created", Timestamp.from(last.createdAt()))
                .param("job", last.jobId())
                .param("limit", limit)
                .query(JobTable::queued)
                .list();
    }

    private static QueuedStage queued(ResultSet row, int index) throws SQLException {
        return new QueuedStage(
                text(row, "ID_"),
                UUID.fromString(text(row, "PROCESS_INSTANCE_ID_")),
                text(row, "PROC_DEF_ID_"),
                text(row, "ELEMENT_ID_"),
                row.getTimestamp("CREATE_TIME_").toInstant());
    }

    Optional<Instant> dueFrom(String job) {
        return jdbc.sql("select DUEDATE_ from ACT_RU_EXTERNAL_JOB where ID_ = :job and DUEDATE_ > :now")
                .param("job", job)
                .param("now", now())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    boolean isQueued(String job) {
        return jdbc.sql("select ID_ from ACT_RU_EXTERNAL_JOB where ID_ = :job and LOCK_OWNER_ is null")
                .param("job", job)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** One statement for each, so that the database decides a race; the revision tells Flowable's own commands of the change. */
    Set<String> claim(Map<String, String> leaseTokens, Instant leaseExpiry) {
        Timestamp expiry = Timestamp.from(leaseExpiry);
        List<String> ids = leaseTokens.keySet().stream().sorted().toList();
        int[] changed = batches.batchUpdate(
                """
                update ACT_RU_EXTERNAL_JOB
                set LOCK_OWNER_ = ?, LOCK_EXP_TIME_ = ?, REV_ = REV_ + 1
                where ID_ = ? and LOCK_OWNER_ is null
                """,
                ids.stream()
                        .map(id -> new Object[] {leaseTokens.get(id), expiry, id})
                        .toList());
        return IntStream.range(0, ids.size())
                .filter(each -> changed[each] == 1)
                .mapToObj(ids::get)
                .collect(Collectors.toSet());
    }

    Set<String> claimed(Collection<String> jobs) {
        return among(jobs, "select ID_ from ACT_RU_EXTERNAL_JOB where ID_ in (:ids) and LOCK_OWNER_ is not null");
    }

    Set<String> present(Collection<String> jobs) {
        return Stream.concat(
                        among(jobs, "select ID_ from ACT_RU_EXTERNAL_JOB where ID_ in (:ids)").stream(),
                        among(jobs, "select ID_ from ACT_RU_DEADLETTER_JOB where ID_ in (:ids)").stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<UUID> open(Collection<UUID> runs) {
        return jdbc
                // Not by any(), since they may be many: H2 would compare each row that it finds with all of them.
                .sql(
                        "select ID_ from unnest(cast(:runs as varchar array)) wanted (id) join ACT_RU_EXECUTION on ID_ = wanted.id")
                .param("runs", Columns.texts(runs))
                .query(String.class)
                .list()
                .stream()
                .map(UUID::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of many ids that the query finds, some at a time: a statement holds so many parameters only. */
    private Set<String> among(Collection<String> ids, String query) {
        return ids.stream()
                .gather(Gatherers.windowFixed(IDS_AT_ONCE))
                .flatMap(some -> jdbc.sql(query).param("ids", some).query(String.class).list().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The variables of the runs of jobs, by job; of those whose run has texts only, and all of them for every stage alike. */
    Map<String, Map<String, String>> textsOfRuns(Collection<String> jobs) {
        record Found(
                String job,
                boolean isText,
                @Nullable String name,
                @Nullable String text) {}
        Map<String, List<Found>> found = jdbc
                .sql("""
                        select j.ID_, v.TYPE_ = 'string' as IS_TEXT, v.NAME_, v.TEXT_
                        from ACT_RU_EXTERNAL_JOB j left join ACT_RU_VARIABLE v on v.PROC_INST_ID_ = j.PROCESS_INSTANCE_ID_
                        where j.ID_ = any(:jobs) and not exists (
                          select 1 from ACT_RU_VARIABLE o
                          where o.PROC_INST_ID_ = j.PROCESS_INSTANCE_ID_ and o.EXECUTION_ID_ <> o.PROC_INST_ID_)
                        """)
                .param("jobs", Columns.texts(jobs))
                .query((row, n) -> new Found(text(row, "ID_"), row.getBoolean(2), row.getString(3), row.getString(4)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Found::job));
        Map<String, Map<String, String>> texts = new HashMap<>();
        found.forEach((job, variables) -> {
            Map<String, String> ofRun = new HashMap<>();
            for (Found variable : variables) {
                if (variable.isText() && variable.name() != null && variable.text() != null) {
                    ofRun.put(variable.name(), variable.text());
                } else if (variable.name() != null) {
                    return;
                }
            }
            texts.put(job, Map.copyOf(ofRun));
        });
        return texts;
    }

    Optional<String> executionOf(String job) {
        return jdbc.sql("select EXECUTION_ID_ from ACT_RU_EXTERNAL_JOB where ID_ = :job")
                .param("job", job)
                .query(String.class)
                .optional();
    }

    /** Whether the job, read with its run locked, is claimed by this lease still. */
    boolean holds(JobInfoEntity job, String leaseToken) {
        return leaseToken.equals(job.getLockOwner())
                && Optional.ofNullable(job.getLockExpirationTime())
                        .filter(expiry -> expiry.toInstant().isAfter(time.instant()))
                        .isPresent();
    }

    boolean owns(String jobId, String leaseToken) {
        return jdbc.sql("select ID_ from ACT_RU_EXTERNAL_JOB where ID_ = :job and LOCK_OWNER_ = :token")
                .param("job", jobId)
                .param("token", leaseToken)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Back into the queue; Flowable's own update leaves out the date from which a job is due. */
    void release(String jobId, String reason, Instant dueFrom) {
        jdbc.sql("""
                        update ACT_RU_EXTERNAL_JOB
                        set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, DUEDATE_ = :due, EXCEPTION_MSG_ = :reason, REV_ = REV_ + 1
                        where ID_ = :job
                        """)
                .param("due", Timestamp.from(dueFrom))
                .param("reason", reason.substring(0, Math.min(reason.length(), MAX_REASON)))
                .param("job", jobId)
                .update();
    }

    Map<UUID, List<Position>> positions(Collection<UUID> runs) {
        Map<UUID, List<Position>> positions = new HashMap<>();
        jdbc.sql("""
                        select 'STAGE' as KIND, PROCESS_INSTANCE_ID_ as RUN, ID_, ELEMENT_ID_ as STEP, CREATE_TIME_,
                               LOCK_OWNER_, LOCK_EXP_TIME_, EXCEPTION_MSG_
                        from ACT_RU_EXTERNAL_JOB where PROCESS_INSTANCE_ID_ in (:runs)
                        union all
                        select 'DEAD', PROCESS_INSTANCE_ID_, ID_, ELEMENT_ID_, CREATE_TIME_, null, null, EXCEPTION_MSG_
                        from ACT_RU_DEADLETTER_JOB where PROCESS_INSTANCE_ID_ in (:runs)
                        union all
                        select 'TASK', PROC_INST_ID_, ID_, TASK_DEF_KEY_, CREATE_TIME_, null, null, null
                        from ACT_RU_TASK where PROC_INST_ID_ in (:runs)
                        """).param("runs", runs.stream().map(UUID::toString).toList()).query(row -> {
            positions
                    .computeIfAbsent(UUID.fromString(text(row, "RUN")), run -> new ArrayList<>())
                    .add(position(row));
        });
        return positions;
    }

    private static Position position(ResultSet row) throws SQLException {
        String id = text(row, "ID_");
        String step = text(row, "STEP");
        return switch (text(row, "KIND")) {
            case "TASK" -> new Position.AtTask(UUID.fromString(id), step);
            case "DEAD" -> new Position.Dead(id, step, Objects.requireNonNullElse(row.getString("EXCEPTION_MSG_"), ""));
            default -> atStage(row, id, step);
        };
    }

    private static Position atStage(ResultSet row, String jobId, String step) throws SQLException {
        String leaseToken = row.getString("LOCK_OWNER_");
        return leaseToken == null
                ? new Position.Queued(
                        jobId, step, row.getTimestamp("CREATE_TIME_").toInstant())
                : new Position.Claimed(
                        jobId,
                        step,
                        leaseToken,
                        row.getTimestamp("LOCK_EXP_TIME_").toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(time.instant());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
