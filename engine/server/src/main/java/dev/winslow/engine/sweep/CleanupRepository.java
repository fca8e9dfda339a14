package dev.winslow.engine.sweep;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.project.StepUsage;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.artifact.Pool;
import dev.winslow.engine.database.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CleanupRepository {
    private final JdbcClient jdbc;

    CleanupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StepUsage> usage(UUID projectId) {
        return jdbc.sql("""
                select step_id, count(distinct attempt_id) as attempts, count(*) as files,
                       sum(case when place = 1 and bucket <> :pool then size else 0 end) as bytes
                from (select step_id, attempt_id, bucket, size,
                             row_number() over (partition by bucket, object_key order by created_at, id) as place
                      from artifact where project_id = :projectId and removed_at is null) placed
                group by step_id order by bytes desc
                """)
                .param("pool", Pool.BUCKET)
                .param("projectId", projectId)
                .query((row, n) -> new StepUsage(
                        Optional.ofNullable(row.getString("step_id")),
                        row.getLong("attempts"),
                        row.getLong("files"),
                        row.getLong("bytes")))
                .list();
    }

    List<UUID> openRuns(UUID projectId) {
        return jdbc.sql("select id from run where project_id = :projectId and ended_at is null order by id")
                .param("projectId", projectId)
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
    }

    /** The attempts of a project that have ended, the last first. */
    List<CleanupRule.Tried> endedAttempts(UUID projectId) {
        return jdbc.sql("""
                select a.id, a.stage_id, a.state, r.definition_id from attempt a join run r on r.id = a.run_id
                where r.project_id = :projectId and a.ended_at is not null order by a.assigned_at desc, a.id desc
                """)
                .param("projectId", projectId)
                .query((row, n) -> new CleanupRule.Tried(
                        Columns.uuid(row, "id"),
                        row.getString("stage_id"),
                        AttemptState.valueOf(row.getString("state")),
                        row.getString("definition_id")))
                .list();
    }

    /** All files of a project whose bytes are there. */
    List<CleanupPlan.Kept> files(UUID projectId) {
        return jdbc.sql("""
                select id, attempt_id, step_id, size, bucket, object_key from artifact
                where project_id = :projectId and removed_at is null order by created_at, id
                """)
                .param("projectId", projectId)
                .query((row, n) -> new CleanupPlan.Kept(
                        Columns.uuid(row, "id"),
                        Columns.optionalUuid(row, "attempt_id"),
                        Optional.ofNullable(row.getString("step_id")),
                        row.getLong("size"),
                        row.getString("bucket"),
                        row.getString("object_key")))
                .list();
    }

    /** What people have added to steps and taken out again, or to steps of runs that have ended and that no run would continue. */
    List<CleanupRule.Added> settledAdded(UUID projectId) {
        Map<UUID, Set<UUID>> attempts = new HashMap<>();
        jdbc.sql("""
                select f.artifact_id, i.attempt_id
                from added_file f join run r on r.id = f.run_id left join attempt_input i on i.artifact_id = f.artifact_id
                where r.project_id = :projectId
                  and (f.taken_out
                       or r.ended_at is not null
                          and (r.study_id is not null
                               or exists (select 1 from run l
                                          where l.project_id = :projectId and l.study_id is null and l.started_at > r.started_at)))
                """).param("projectId", projectId).query(row -> {
            Set<UUID> begun = attempts.computeIfAbsent(Columns.uuid(row, "artifact_id"), file -> new HashSet<>());
            Columns.optionalUuid(row, "attempt_id").ifPresent(begun::add);
        });
        return attempts.entrySet().stream()
                .map(file -> new CleanupRule.Added(file.getKey(), file.getValue()))
                .toList();
    }

    /**
     * Files that must stay: what the newest completion of each step left, in the project and in each run that is open or the latest (the next steps,
     * and a run that continues it, start from these), what stages go on with that wait for a person without a node, and what attempts started from that have not ended, or that are the last
     * at their stage in such a run, or gave their node back, since a redo begins with the same.
     */
    Set<UUID> needed(UUID projectId) {
        return Set.copyOf(jdbc.sql("""
                select e.artifact_id
                from snapshot_entry e join snapshot s on s.id = e.snapshot_id join run r on r.id = s.run_id
                where r.project_id = :projectId
                  and (s.sequence = (select max(t.sequence) from snapshot t join run u on u.id = t.run_id
                                     where u.project_id = :projectId and t.step_id = s.step_id)
                       or s.sequence = (select max(t.sequence) from snapshot t where t.run_id = s.run_id and t.step_id = s.step_id)
                          and (r.ended_at is null
                               or r.started_at = (select max(l.started_at) from run l where l.project_id = :projectId and l.study_id is null)))
                union
                select o.artifact_id
                from attempt_output o join attempt a on a.id = o.attempt_id join run r on r.id = a.run_id
                where r.project_id = :projectId and r.ended_at is null and a.state = 'RELEASED'
                union
                select i.artifact_id
                from attempt_input i join attempt a on a.id = i.attempt_id join run r on r.id = a.run_id
                where r.project_id = :projectId
                  and (a.ended_at is null
                       or (a.state = 'RELEASED'
                           or a.number = (select max(b.number) from attempt b where b.run_id = a.run_id and b.stage_id = a.stage_id))
                          and (r.ended_at is null
                               or r.started_at = (select max(l.started_at) from run l where l.project_id = :projectId and l.study_id is null)))
                """)
                .param("projectId", projectId)
                .query((row, n) -> Columns.uuid(row, "artifact_id"))
                .list());
    }

    /** What a file that a person brought into the project is called there. */
    Optional<String> uploadedPath(UUID projectId, UUID file) {
        return jdbc.sql("""
                select path from artifact
                where id = :file and project_id = :projectId and area = 'INPUT' and run_id is null and removed_at is null
                """)
                .param("file", file)
                .param("projectId", projectId)
                .query(String.class)
                .optional();
    }

    /** All that people brought into the project under this name. */
    List<UUID> uploads(UUID projectId, String path) {
        return jdbc.sql("""
                select id from artifact
                where project_id = :projectId and path = :path and area = 'INPUT' and run_id is null and removed_at is null
                """)
                .param("projectId", projectId)
                .param("path", path)
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
    }

    /** Open runs that one of these files was there for when they began, or that an attempt of has started from. */
    List<UUID> openRunsWith(UUID projectId, Collection<UUID> files) {
        return jdbc.sql("""
                select r.id from run r
                where r.project_id = :projectId and r.ended_at is null
                  and (exists (select 1 from artifact a where a.id in (:files) and a.created_at <= r.started_at)
                       or exists (select 1 from attempt_input i join attempt t on t.id = i.attempt_id
                                  where t.run_id = r.id and i.artifact_id in (:files)))
                """)
                .param("projectId", projectId)
                .param("files", files)
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
    }

    /** The attempts are to be swept again, in case that the server dies before their objects are deleted. */
    void remove(Collection<UUID> files, Collection<UUID> attempts, Instant now) {
        jdbc.sql("update artifact set removed_at = :now where id in (:files)")
                .param("now", time(now))
                .param("files", files)
                .update();
        if (!attempts.isEmpty()) {
            jdbc.sql("delete from swept_attempt where attempt_id in (:attempts)")
                    .param("attempts", attempts)
                    .update();
        }
    }
}
