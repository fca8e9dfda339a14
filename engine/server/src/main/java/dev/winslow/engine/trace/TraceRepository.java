package dev.winslow.engine.trace;

import static java.util.stream.Collectors.groupingBy;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Phases;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TraceRepository {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    TraceRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty before the first server has begun. */
    Optional<Long> place() {
        return jdbc.sql("select reached from trace_place where id = 1")
                .query(Long.class)
                .optional();
    }

    void beginAt(long reached) {
        try {
            jdbc.sql("insert into trace_place (id, reached) values (1, :reached)")
                    .param("reached", reached)
                    .update();
        } catch (DuplicateKeyException another) {
            // Another server was quicker, and its place is as good.
        }
    }

    /** Whether the place still was where this server had found it; otherwise another has moved it. */
    boolean movePlace(long from, long to) {
        return jdbc.sql("update trace_place set reached = :to where id = 1 and reached = :from")
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    /**
     * Those of these runs that there still are.
     *
     * @param attempts of the runs that are not in {@code whole}, those whose passages of a stage are read with all of their tries
     * @param whole the runs that are read with all of their attempts
     */
    List<TracedRun> runs(Collection<UUID> ids, Collection<UUID> attempts, Collection<UUID> whole) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Row>> read = Stream.concat(
                        rows("run_id in (:ids)", whole),
                        rows("job_id in (select t.job_id from attempt t where t.id in (:ids))", attempts)
                                .filter(row -> !whole.contains(row.run())))
                .collect(groupingBy(Row::run));
        return jdbc.sql("select * from run where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> run(row, read.getOrDefault(Columns.uuid(row, "id"), List.of())))
                .list();
    }

    private Stream<Row> rows(String which, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Stream.empty()
                : jdbc
                        .sql("""
                                select id, run_id, job_id, stage_id, stage_name, number, state, node_name, queued_at, assigned_at, ended_at,
                                       exit_code, reason, phases
                                from attempt where %s order by assigned_at, id
                                """.formatted(which))
                        .param("ids", ids)
                        .query((row, number) -> new Row(Columns.uuid(row, "run_id"), attempt(row)))
                        .list()
                        .stream();
    }

    private record Row(UUID run, TracedAttempt attempt) {}

    private static TracedRun run(ResultSet row, List<Row> attempts) throws SQLException {
        Optional<String> state = Optional.ofNullable(row.getString("end_state"));
        return new TracedRun(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "project_id"),
                new TracedRun.Pipeline(row.getString("pipeline_key"), row.getInt("pipeline_version")),
                Columns.instant(row, "started_at"),
                Columns.optionalInstant(row, "ended_at").flatMap(at -> state.map(name -> new TracedRun.End(at, name))),
                attempts.stream().map(Row::attempt).toList());
    }

    private TracedAttempt attempt(ResultSet row) throws SQLException {
        Optional<Integer> exitCode = Optional.ofNullable(row.getObject("exit_code", Integer.class));
        Optional<String> reason = Optional.ofNullable(row.getString("reason"));
        Optional<Phases> phases =
                Optional.ofNullable(row.getString("phases")).map(text -> json.readValue(text, Phases.class));
        return new TracedAttempt(
                Columns.uuid(row, "id"),
                row.getString("job_id"),
                new TracedAttempt.Stage(row.getString("stage_id"), row.getString("stage_name"), row.getInt("number")),
                row.getString("node_name"),
                Columns.optionalInstant(row, "queued_at"),
                Columns.instant(row, "assigned_at"),
                AttemptState.valueOf(row.getString("state")),
                Columns.optionalInstant(row, "ended_at")
                        .map(at -> new TracedAttempt.End(at, exitCode, reason, phases)));
    }
}
