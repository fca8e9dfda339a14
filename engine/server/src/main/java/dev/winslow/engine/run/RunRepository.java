package dev.winslow.engine.run;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.run.RunState;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RunRepository {
    private final JdbcClient jdbc;

    RunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param study the study that it belongs to; without one it is the project's own */
    void insert(Run run, Optional<UUID> study) {
        jdbc.sql("""
                insert into run (id, project_id, pipeline_key, pipeline_version, definition_id, started_at, reuse, study_id)
                values (:id, :projectId, :key, :version, :definitionId, :startedAt, :reuse, :study)
                """)
                .param("study", study.orElse(null))
                .param("id", run.id())
                .param("projectId", run.projectId())
                .param("key", run.pipeline().key())
                .param("version", run.pipeline().version())
                .param("definitionId", run.pipeline().definitionId())
                .param("startedAt", time(run.startedAt()))
                .param("reuse", run.reuse())
                .update();
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql("select * from run where id = :id")
                .param("id", id)
                .query(RunRepository::read)
                .optional();
    }

    /** Locks the run's row until the transaction ends, so that its steps move one after the other. */
    Optional<Run> lock(UUID id) {
        return jdbc.sql("select * from run where id = :id for update")
                .param("id", id)
                .query(RunRepository::read)
                .optional();
    }

    /** As {@link #lock}, of those of these that nobody else holds: who waited for one would keep the others from everybody. */
    List<Run> lockFree(Collection<UUID> ids) {
        return jdbc.sql("select * from run where id = any(:ids) for update skip locked")
                .param("ids", Columns.ids(ids))
                .query(RunRepository::read)
                .list();
    }

    /** As {@link #lock}, of an attempt's run. */
    Optional<Run> lockOf(UUID attemptId) {
        return jdbc.sql("select * from run where id = (select run_id from attempt where id = :attempt) for update")
                .param("attempt", attemptId)
                .query(RunRepository::read)
                .optional();
    }

    /** All that have not ended. */
    List<UUID> open() {
        return jdbc.sql("select id from run where ended_at is null")
                .query(UUID.class)
                .list();
    }

    List<Run> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from run where id = any(:ids)")
                        .param("ids", Columns.ids(ids))
                        .query(RunRepository::read)
                        .list();
    }

    /** Newest first, without those of studies. */
    List<Run> ownOfProject(UUID projectId) {
        return jdbc.sql("""
                select * from run where project_id = :projectId and study_id is null order by started_at desc, id desc
                """)
                .param("projectId", projectId)
                .query(RunRepository::read)
                .list();
    }

    /** Newest first, those of studies among them. */
    List<Run> ofProject(UUID projectId) {
        return jdbc.sql("select * from run where project_id = :projectId order by started_at desc, id desc")
                .param("projectId", projectId)
                .query(RunRepository::read)
                .list();
    }

    /** Of the project's own. */
    Optional<Run> latest(UUID projectId) {
        return jdbc.sql("""
                select * from run where project_id = :projectId and study_id is null
                order by started_at desc, id desc limit 1
                """)
                .param("projectId", projectId)
                .query(RunRepository::read)
                .optional();
    }

    /** Of each of these projects the latest run of its own, where it has one. */
    List<Run> latest(Collection<UUID> projectIds) {
        if (projectIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select * from run r
                where project_id in (:projectIds) and study_id is null
                  and not exists (select 1 from run later
                                  where later.project_id = r.project_id and later.study_id is null
                                    and (later.started_at > r.started_at
                                         or later.started_at = r.started_at and later.id > r.id))
                """)
                .param("projectIds", projectIds)
                .query(RunRepository::read)
                .list();
    }

    void setPipeline(UUID id, Run.Pipeline pipeline) {
        jdbc.sql("update run set pipeline_version = :version, definition_id = :definitionId where id = :id")
                .param("id", id)
                .param("version", pipeline.version())
                .param("definitionId", pipeline.definitionId())
                .update();
    }

    void setPaused(UUID id, boolean paused) {
        jdbc.sql("update run set paused = :paused where id = :id")
                .param("id", id)
                .param("paused", paused)
                .update();
    }

    /** An empty step takes the mark away. */
    void setPauseAfter(UUID id, String step) {
        jdbc.sql("update run set pause_after = :step where id = :id")
                .param("id", id)
                .param("step", step)
                .update();
    }

    void markFresh(UUID id, String step) {
        if (!isFresh(id, step)) {
            jdbc.sql("insert into fresh_step (run_id, step_id) values (:id, :step)")
                    .param("id", id)
                    .param("step", step)
                    .update();
        }
    }

    boolean isFresh(UUID id, String step) {
        return jdbc.sql("select count(*) from fresh_step where run_id = :id and step_id = :step")
                        .param("id", id)
                        .param("step", step)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether it had not ended before. */
    boolean end(UUID id, RunState state, Instant now) {
        return jdbc.sql("update run set ended_at = :now, end_state = :state where id = :id and ended_at is null")
                        .param("id", id)
                        .param("state", state.name())
                        .param("now", time(now))
                        .update()
                == 1;
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        Optional<Instant> endedAt = Columns.optionalInstant(row, "ended_at");
        @org.jspecify.annotations.Nullable String endState = row.getString("end_state");
        return new Run(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "project_id"),
                new Run.Pipeline(
                        row.getString("pipeline_key"), row.getInt("pipeline_version"), row.getString("definition_id")),
                Columns.instant(row, "started_at"),
                endState == null ? Optional.empty() : endedAt.map(at -> new Run.End(at, RunState.valueOf(endState))),
                row.getBoolean("paused"),
                Optional.of(row.getString("pause_after")).filter(step -> !step.isEmpty()),
                row.getBoolean("reuse"));
    }
}
