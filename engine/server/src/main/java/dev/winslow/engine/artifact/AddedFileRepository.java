package dev.winslow.engine.artifact;

import dev.winslow.engine.database.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files people have added to which steps. */
@Repository
class AddedFileRepository {
    private final JdbcClient jdbc;

    AddedFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after the number of the newest of all snapshots of the run when the file was added */
    record Added(Artifact file, String by, long after) {}

    /** With the run locked, so that nothing is left in it meanwhile. */
    void insert(Artifact file, UUID runId, String stepId, String by) {
        jdbc.sql("""
                insert into added_file (artifact_id, run_id, step_id, added_by, after_sequence)
                values (:id, :runId, :stepId, :by, coalesce((select max(sequence) from snapshot where run_id = :runId), 0))
                """)
                .param("id", file.id())
                .param("runId", runId)
                .param("stepId", stepId)
                .param("by", by)
                .update();
    }

    /** Those that nobody has taken out, whether they still count or not. */
    List<Added> of(UUID runId, String stepId) {
        return jdbc.sql("""
                select a.*, f.added_by, f.after_sequence from added_file f join artifact a on a.id = f.artifact_id
                where f.run_id = :runId and f.step_id = :stepId and not f.taken_out and a.removed_at is null
                """)
                .param("runId", runId)
                .param("stepId", stepId)
                .query((row, n) -> new Added(
                        ArtifactRepository.read(row, n), row.getString("added_by"), row.getLong("after_sequence")))
                .list();
    }

    /** Those that a person has taken out. */
    Set<UUID> takenOut(UUID runId, String stepId) {
        return Set.copyOf(
                jdbc.sql("select artifact_id from added_file where run_id = :runId and step_id = :stepId and taken_out")
                        .param("runId", runId)
                        .param("stepId", stepId)
                        .query((row, n) -> Columns.uuid(row, "artifact_id"))
                        .list());
    }

    /** Those that no attempt has begun with give up their bytes; the others keep them for a redo, and for whoever looks at what the attempt had. */
    void takeOut(Collection<UUID> files, Instant now) {
        jdbc.sql("update added_file set taken_out = true where artifact_id in (:files)")
                .param("files", files)
                .update();
        jdbc.sql("""
                update artifact set removed_at = :now
                where id in (:files)
                  and not exists (select 1 from attempt_input i where i.artifact_id = artifact.id)
                  and not exists (select 1 from snapshot_entry e where e.artifact_id = artifact.id)
                """).param("files", files).param("now", Columns.time(now)).update();
    }
}
