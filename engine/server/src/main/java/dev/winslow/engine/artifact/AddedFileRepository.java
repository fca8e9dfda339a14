package dev.winslow.engine.artifact;

import dev.winslow.engine.database.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** @param standing those that nobody has taken out, whether they still count or not */
    record OfStep(List<Added> standing, Set<UUID> takenOut) {
        static final OfStep NONE = new OfStep(List.of(), Set.of());
    }

    OfStep of(UUID runId, String stepId) {
        StepOfRun step = new StepOfRun(runId, stepId);
        return of(List.of(step)).getOrDefault(step, OfStep.NONE);
    }

    /** In one query; a step to which nothing was added is not among them. */
    Map<StepOfRun, OfStep> of(Collection<StepOfRun> steps) {
        record Row(StepOfRun step, Added added, boolean takenOut) {}
        Map<StepOfRun, OfStep> added = new HashMap<>();
        jdbc
                .sql("select wanted.run, wanted.step, f.taken_out, f.added_by, f.after_sequence, a.* from "
                        + StepOfRun.WANTED
                        + """
                         join added_file f on f.run_id = wanted.run and f.step_id = wanted.step
                        join artifact a on a.id = f.artifact_id
                        where f.taken_out or a.removed_at is null
                        """)
                .params(StepOfRun.parameters(steps))
                .query((row, n) -> new Row(
                        new StepOfRun(Columns.uuid(row, "run"), row.getString("step")),
                        new Added(
                                ArtifactRepository.read(row, n),
                                row.getString("added_by"),
                                row.getLong("after_sequence")),
                        row.getBoolean("taken_out")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::step))
                .forEach((step, rows) -> added.put(
                        step,
                        new OfStep(
                                rows.stream()
                                        .filter(row -> !row.takenOut())
                                        .map(Row::added)
                                        .toList(),
                                rows.stream()
                                        .filter(Row::takenOut)
                                        .map(row -> row.added().file().id())
                                        .collect(Collectors.toUnmodifiableSet()))));
        return added;
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
