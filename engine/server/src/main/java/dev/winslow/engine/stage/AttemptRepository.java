package dev.winslow.engine.stage;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.history.EventKind;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.Progress;
import dev.winslow.engine.database.Columns;
import dev.winslow.engine.flowable.ProcessKernel.QueuedStage;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.stage.NewAttempts.Beginning;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.ConcurrentLruCache;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AttemptRepository {
    private static final List<String> OPEN = Arrays.stream(AttemptState.values())
            .filter(state -> !state.isFinal())
            .map(Enum::name)
            .toList();

    /** More than a run often has, each for another item of a list. */
    private static final int REMEMBERED = 2000;

    private static final int LONGEST_REASON = 2000;

    /** What is left comes with the next answer. */
    private static final int GIVEN_AT_ONCE = 16;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final Events events;
    /** By their texts: rows are read often, and many attempts run with the same. */
    private final ConcurrentLruCache<String, Effective> effectives;

    AttemptRepository(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json, Events events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.events = events;
        this.effectives = new ConcurrentLruCache<>(REMEMBERED, text -> json.readValue(text, Effective.class));
    }

    void insert(Collection<Beginning> beginnings) {
        batches.batchUpdate("""
                insert into attempt (id, run_id, job_id, stage_id, stage_name, number, state, node_id, node_name, lease_token,
                                     lease_expires_at, effective, progress, queued_at, assigned_at, gpus, sameness)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?)
                """, beginnings.stream().map(this::row).toList());
        events.ofAttempts(beginnings.stream()
                .map(Beginning::attempt)
                .map(attempt -> attempt.sameness()
                        .flatMap(sameness -> sameness.reuse().from())
                        .map(from -> event(attempt, EventKind.ATTEMPT_REUSED, Map.of("from", from.toString())))
                        .orElseGet(() -> event(attempt, EventKind.ATTEMPT_STARTED, Map.of())))
                .toList());
    }

    private @Nullable Object[] row(Beginning begin) {
        Attempt attempt = begin.attempt();
        return new @Nullable Object[] {
            attempt.id(),
            attempt.runId(),
            attempt.jobId(),
            attempt.stage().id(),
            attempt.stage().name(),
            attempt.stage().number(),
            attempt.state().name(),
            attempt.place().nodeId().orElse(null),
            attempt.place().nodeName(),
            attempt.lease().token(),
            time(attempt.lease().expiresAt()),
            json.writeValueAsString(attempt.effective()),
            time(begin.queuedAt()),
            time(attempt.assignedAt()),
            attempt.place().gpus().stream().map(String::valueOf).collect(Collectors.joining(",")),
            attempt.sameness().map(json::writeValueAsString).orElse("")
        };
    }

    Optional<Attempt> find(UUID id) {
        return jdbc.sql("select * from attempt where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    List<Attempt> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from attempt where id = any(:ids)")
                        .param("ids", Columns.ids(ids))
                        .query(this::read)
                        .list();
    }

    /** As {@link #find(Collection)}, and holds the rows until the transaction ends; in one order, so that nobody waits in a circle. */
    List<Attempt> lock(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from attempt where id = any(:ids) order by id for update")
                        .param("ids", Columns.ids(ids))
                        .query(this::read)
                        .list();
    }

    /** The runs of these attempts, by the attempts' ids. */
    Map<UUID, UUID> runsOf(Collection<UUID> ids) {
        Map<UUID, UUID> runs = new HashMap<>();
        jdbc.sql("select id, run_id from attempt where id = any(:ids)")
                .param("ids", Columns.ids(ids))
                .query(row -> {
                    runs.put(Columns.uuid(row, "id"), Columns.uuid(row, "run_id"));
                });
        return runs;
    }

    Map<UUID, Instant> lastEnds(Collection<UUID> runs) {
        Map<UUID, Instant> ends = new HashMap<>();
        jdbc.sql(
                        "select run_id, max(ended_at) as ended from attempt where run_id = any(:runs) and ended_at is not null group by run_id")
                .param("runs", Columns.ids(runs))
                .query(row -> {
                    ends.put(Columns.uuid(row, "run_id"), Columns.instant(row, "ended"));
                });
        return ends;
    }

    /** As {@link #find(UUID)}, and holds the row until the transaction ends. */
    Optional<Attempt> lock(UUID id) {
        return jdbc.sql("select * from attempt where id = :id for update")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    List<Attempt> ofRun(UUID runId) {
        return jdbc.sql("select * from attempt where run_id = :runId order by assigned_at, id")
                .param("runId", runId)
                .query(this::read)
                .list();
    }

    /** Attempts that hold what their stages require, on all nodes. */
    List<Attempt> open() {
        return jdbc.sql("select * from attempt where state in (:open) order by assigned_at")
                .param("open", OPEN)
                .query(this::read)
                .list();
    }

    /** Projects of which something runs. */
    Set<UUID> projectsAtWork() {
        return jdbc.sql(
                        "select distinct r.project_id from attempt a join run r on r.id = a.run_id where a.state in (:open)")
                .param("open", OPEN)
                .query((row, n) -> Columns.uuid(row, "project_id"))
                .set();
    }

    List<Attempt> openOn(UUID nodeId) {
        // In pairs, since H2 would go through all that ever ran on the node.
        return jdbc.sql("select * from attempt where (node_id, state) in (:open) order by assigned_at")
                .param(
                        "open",
                        OPEN.stream().map(state -> new Object[] {nodeId, state}).toList())
                .query(this::read)
                .list();
    }

    /** The oldest attempts that the node was given and of which it has not said that it prepares them, other than those that it says it has. */
    List<Attempt> assignedTo(UUID nodeId, Set<UUID> held) {
        return jdbc.sql("""
                select * from attempt where state = :assigned and node_id = :nodeId and id <> all(:held) order by assigned_at, id limit :many
                """)
                .param("many", GIVEN_AT_ONCE)
                .param("assigned", AttemptState.ASSIGNED.name())
                .param("nodeId", nodeId)
                .param("held", Columns.ids(held))
                .query(this::read)
                .list();
    }

    /** Nodes that were given something and have not begun with it. */
    List<UUID> awaitedNodes() {
        return jdbc.sql("select distinct node_id from attempt where state = :assigned and node_id is not null")
                .param("assigned", AttemptState.ASSIGNED.name())
                .query(UUID.class)
                .list();
    }

    List<Attempt> expired(Instant now) {
        return jdbc.sql("select * from attempt where state in (:open) and lease_expires_at < :now")
                .param("open", OPEN)
                .param("now", time(now))
                .query(this::read)
                .list();
    }

    /** Tries at a job that ended so since it was queued first, or since a person put it back into the queue. */
    int countOfJob(String jobId, AttemptState state) {
        return jdbc.sql("select count(*) from attempt where job_id = :jobId and state = :state and not forgiven")
                .param("jobId", jobId)
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    /** The last try at a job that gave its node back to wait for a person. */
    Optional<UUID> released(String jobId) {
        return jdbc.sql("select id from attempt where job_id = :jobId and state = :state order by number desc limit 1")
                .param("jobId", jobId)
                .param("state", AttemptState.RELEASED.name())
                .query((row, n) -> Columns.uuid(row, "id"))
                .optional();
    }

    /** At stages of different runs, by run; a run that has not tried its stage is not among them. */
    Map<UUID, EarlierTries> earlierTries(Collection<Opening> openings) {
        Set<UUID> tried = openings.isEmpty() ? Set.of() : tried(openings);
        return openings.stream()
                .map(Opening::queued)
                .filter(stage -> tried.contains(stage.runId()))
                .collect(Collectors.toMap(QueuedStage::runId, stage -> earlierTries(stage.runId(), stage.stageId())));
    }

    /** Most stages are tried once; all of them are asked for in one query, which an index answers alone. */
    private Set<UUID> tried(Collection<Opening> openings) {
        return jdbc.sql("""
                select wanted.run
                from unnest(cast(:runs as uuid array), cast(:stages as varchar array)) wanted (run, stage)
                where exists (select 1 from attempt a where a.run_id = wanted.run and a.stage_id = wanted.stage)
                """)
                .param(
                        "runs",
                        Columns.ids(openings.stream()
                                .map(each -> each.queued().runId())
                                .toList()))
                .param(
                        "stages",
                        Columns.texts(openings.stream()
                                .map(each -> each.queued().stageId())
                                .toList()))
                .query((row, n) -> Columns.uuid(row, "run"))
                .set();
    }

    private EarlierTries earlierTries(UUID runId, String stageId) {
        return new EarlierTries(jdbc.sql(
                        "select id, job_id, state from attempt where run_id = :runId and stage_id = :stageId order by number")
                .param("runId", runId)
                .param("stageId", stageId)
                .query((row, n) -> new EarlierTries.Try(
                        Columns.uuid(row, "id"), row.getString("job_id"), AttemptState.valueOf(row.getString("state"))))
                .list());
    }

    /**
     * Extends the leases of these attempts of a node, but of those that somebody holds, about which something is just being written: their turn comes
     * with the next heartbeat, and who renews several waits for none of them in a circle.
     */
    void renew(UUID nodeId, Collection<UUID> ids, Instant expiresAt) {
        if (ids.isEmpty()) {
            return;
        }
        List<UUID> free = jdbc.sql("""
                select id from attempt where id = any(:ids) and node_id = :nodeId and state in (:open) for update skip locked
                """)
                .param("nodeId", nodeId)
                .param("ids", Columns.ids(ids))
                .param("open", OPEN)
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
        jdbc.sql("update attempt set lease_expires_at = :expiresAt where id = any(:ids)")
                .param("expiresAt", time(expiresAt))
                .param("ids", Columns.ids(free))
                .update();
    }

    void update(UUID id, AttemptState state, List<Progress> progress, int warnings) {
        jdbc.sql("update attempt set state = :state, progress = :progress, warnings = :warnings where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("progress", json.writeValueAsString(progress))
                .param("warnings", warnings)
                .update();
    }

    /** What was tried at this job so far no longer counts against its retries. */
    void forgive(String jobId) {
        jdbc.sql("update attempt set forgiven = true where job_id = :jobId")
                .param("jobId", jobId)
                .update();
    }

    /** Beside those that its node counts. */
    void addWarnings(UUID id, int more) {
        jdbc.sql("update attempt set warnings = warnings + :more where id = :id")
                .param("id", id)
                .param("more", more)
                .update();
    }

    /** The attempt as it was read under lock; nothing leaves a final state. */
    void end(Attempt attempt, AttemptState state, Attempt.End end) {
        end(state, List.of(new Ended(attempt, end)));
    }

    /** An attempt as it was read under lock, and its end. */
    record Ended(Attempt attempt, Attempt.End end) {}

    /** All to the same state; nothing leaves a final one. */
    void end(AttemptState state, List<Ended> ended) {
        ended.stream()
                .map(Ended::attempt)
                .filter(attempt -> !AttemptTransitions.isLegal(attempt.state(), state))
                .findFirst()
                .ifPresent(attempt -> {
                    throw new IllegalStateException("An attempt that is %s cannot become %s: %s"
                            .formatted(attempt.state(), state, attempt.id()));
                });
        batches.batchUpdate(
                "update attempt set state = ?, ended_at = ?, exit_code = ?, reason = ?, phases = ? where id = ?",
                ended.stream().map(each -> row(state, each)).toList());
        events.ofAttempts(ended.stream()
                .map(each -> event(
                        each.attempt(), EventKind.ATTEMPT_ENDED, each.end().details(state)))
                .toList());
    }

    private @Nullable Object[] row(AttemptState state, Ended ended) {
        Attempt.End end = ended.end();
        return new @Nullable Object[] {
            state.name(),
            time(end.at()),
            end.exitCode().orElse(null),
            end.reason()
                    .map(reason -> reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
                    .orElse(null),
            end.phases().map(json::writeValueAsString).orElse(null),
            ended.attempt().id()
        };
    }

    private void tell(Attempt attempt, EventKind kind, Map<String, String> more) {
        events.ofAttempts(List.of(event(attempt, kind, more)));
    }

    private static Events.OfAttempt event(Attempt attempt, EventKind kind, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.putAll(attempt.details());
        return new Events.OfAttempt(attempt.runId(), attempt.id(), kind, details);
    }

    void requestAbort(Attempt attempt) {
        jdbc.sql("update attempt set abort_requested = true where id = :id")
                .param("id", attempt.id())
                .update();
        tell(attempt, EventKind.ABORT_REQUESTED, Map.of());
    }

    private Attempt read(ResultSet row, int number) throws SQLException {
        return new Attempt(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "run_id"),
                row.getString("job_id"),
                new Attempt.Stage(row.getString("stage_id"), row.getString("stage_name"), row.getInt("number")),
                AttemptState.valueOf(row.getString("state")),
                new Attempt.Place(
                        Columns.optionalUuid(row, "node_id"), row.getString("node_name"), gpus(row.getString("gpus"))),
                new Attempt.Lease(
                        row.getString("lease_token"),
                        Columns.instant(row, "lease_expires_at"),
                        row.getBoolean("abort_requested")),
                effectives.get(row.getString("effective")),
                new Attempt.Standing(
                        List.of(json.readValue(row.getString("progress"), Progress[].class)), row.getInt("warnings")),
                Columns.instant(row, "assigned_at"),
                end(row),
                Optional.of(row.getString("sameness"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> json.readValue(text, Sameness.class)));
    }

    private static List<Integer> gpus(String indexes) {
        return Arrays.stream(indexes.split(","))
                .filter(index -> !index.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private static Optional<Attempt.End> end(ResultSet row) throws SQLException {
        Optional<Integer> exitCode = Optional.ofNullable(row.getObject("exit_code", Integer.class));
        Optional<String> reason = Optional.ofNullable(row.getString("reason"));
        return Columns.optionalInstant(row, "ended_at").map(at -> new Attempt.End(at, exitCode, reason));
    }
}
