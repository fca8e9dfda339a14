package dev.winslow.engine.artifact;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.history.EventKind;
import dev.winslow.engine.database.Columns;
import dev.winslow.engine.history.Events;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ArtifactRepository implements NamedObjects {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Events events;

    ArtifactRepository(JdbcClient jdbc, JdbcTemplate batches, Events events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.events = events;
    }

    void insert(Artifact artifact) {
        jdbc.sql("""
                insert into artifact (id, project_id, run_id, attempt_id, step_id, area, path, size, sha256, bucket, object_key, created_at)
                values (:id, :projectId, :runId, :attemptId, :stepId, :area, :path, :size, :sha256, :bucket, :key, :createdAt)
                """)
                .param("id", artifact.id())
                .param("projectId", artifact.source().projectId().orElse(null))
                .param("runId", artifact.source().runId().orElse(null))
                .param("attemptId", artifact.source().attemptId().orElse(null))
                .param("stepId", artifact.source().stepId().orElse(null))
                .param("area", artifact.area().name())
                .param("path", artifact.path())
                .param("size", artifact.content().size())
                .param("sha256", artifact.content().sha256())
                .param("bucket", artifact.location().bucket())
                .param("key", artifact.location().key())
                .param("createdAt", time(artifact.createdAt()))
                .update();
        if (artifact.source().runId().isEmpty()) {
            artifact.source().projectId().ifPresent(project -> tell(project, artifact));
        }
    }

    /** Of what people bring in. What attempts leave is told by their end. */
    private void tell(UUID project, Artifact file) {
        events.ofProject(
                project,
                file.location().bucket().equals(Pool.BUCKET) ? EventKind.FILE_LINKED : EventKind.FILE_UPLOADED,
                Map.of(
                        "path",
                        file.path(),
                        "bytes",
                        String.valueOf(file.content().size())));
    }

    /** A file whose bytes are there. */
    Optional<Artifact> find(UUID id) {
        return jdbc.sql("select * from artifact where id = :id and removed_at is null")
                .param("id", id)
                .query(ArtifactRepository::read)
                .optional();
    }

    /** What was uploaded into the project and is still there; of a path that was uploaded several times, the newest. */
    List<Artifact> inputsOf(UUID projectId) {
        return inputsOf(List.of(projectId)).getOrDefault(projectId, List.of());
    }

    /** As {@link #inputsOf(UUID)} of many in one query; a project without any is not among them. */
    Map<UUID, List<Artifact>> inputsOf(Collection<UUID> projectIds) {
        return jdbc.sql("""
                select * from artifact
                where project_id = any(:projects) and area = 'INPUT' and run_id is null and removed_at is null
                """).param("projects", Columns.ids(projectIds)).query(ArtifactRepository::read).list().stream()
                .collect(Collectors.groupingBy(
                        file -> file.source().projectId().orElseThrow(),
                        Collectors.collectingAndThen(Collectors.toList(), Snapshots::newestPerPath)));
    }

    /** Holds the file to the end of the transaction, so that no project gets it while it is deleted. */
    Optional<Artifact> lockInPool(UUID file) {
        return jdbc.sql(
                        "select * from artifact where id = :id and project_id is null and removed_at is null for update")
                .param("id", file)
                .query(ArtifactRepository::read)
                .optional();
    }

    List<Artifact> pool() {
        return Snapshots.newestPerPath(jdbc.sql("select * from artifact where project_id is null")
                .query(ArtifactRepository::read)
                .list());
    }

    /** Each with the name by which it came; of those that have the same name now, the newest. */
    List<Artifact> poolSince(Instant since) {
        Map<UUID, String> cameAs = new HashMap<>();
        List<Artifact> files = jdbc.sql("""
                select * from artifact
                where project_id is null and created_at >= :since and (moved_at is null or arrived_path is not null)
                """)
                .param("since", time(since))
                .query((row, n) -> {
                    Artifact file = read(row, n);
                    Optional.ofNullable(row.getString("arrived_path")).ifPresent(name -> cameAs.put(file.id(), name));
                    return file;
                })
                .list();
        return Snapshots.newestPerPath(files).stream()
                .map(file -> file.named(cameAs.getOrDefault(file.id(), file.path())))
                .toList();
    }

    List<Artifact> inputsOfAttempt(UUID attemptId) {
        return jdbc.sql("""
                select a.* from artifact a join attempt_input i on i.artifact_id = a.id
                where i.attempt_id = :attemptId order by a.area, a.path
                """)
                .param("attemptId", attemptId)
                .query(ArtifactRepository::read)
                .list();
    }

    void insertInputs(UUID attemptId, Collection<Artifact> artifacts) {
        insertNamed("insert into attempt_input (attempt_id, artifact_id) values (?, ?)", attemptId, artifacts);
    }

    void insertOutputs(UUID attemptId, Collection<Artifact> artifacts) {
        insertNamed("insert into attempt_output (attempt_id, artifact_id) values (?, ?)", attemptId, artifacts);
    }

    private void insertNamed(String sql, UUID attemptId, Collection<Artifact> artifacts) {
        if (!artifacts.isEmpty()) {
            batches.batchUpdate(
                    sql,
                    artifacts.stream()
                            .map(artifact -> new Object[] {attemptId, artifact.id()})
                            .toList());
        }
    }

    /** What an attempt left, with what it found and did not change. */
    List<Artifact> outputs(UUID attemptId) {
        return jdbc.sql("""
                select a.* from artifact a join attempt_output o on o.artifact_id = a.id
                where o.attempt_id = :attemptId order by a.area, a.path
                """)
                .param("attemptId", attemptId)
                .query(ArtifactRepository::read)
                .list();
    }

    /** What an attempt of this project left; nothing where it is another project's. */
    List<Artifact> outputsOfAttempt(UUID projectId, UUID attemptId) {
        return jdbc.sql("""
                select a.* from artifact a join attempt_output o on o.artifact_id = a.id
                where o.attempt_id = :attemptId and a.project_id = :projectId order by a.area, a.path
                """)
                .param("attemptId", attemptId)
                .param("projectId", projectId)
                .query(ArtifactRepository::read)
                .list();
    }

    /**
     * Any file of the project with these bytes. It lies in the bucket of the project: what it has from the pool does not count, and neither does what
     * was uploaded and was too large to be checked.
     */
    Optional<Artifact> sameContent(UUID projectId, Artifact.Content content, long checkedUpTo) {
        return jdbc.sql("""
                select * from artifact
                where project_id = :projectId and sha256 = :sha256 and size = :size and bucket <> :pool
                  and removed_at is null
                  and (size <= :checked or step_id is not null
                       and not exists (select 1 from added_file f where f.artifact_id = artifact.id))
                order by created_at limit 1
                """)
                .param("checked", checkedUpTo)
                .param("pool", Pool.BUCKET)
                .param("projectId", projectId)
                .param("sha256", content.sha256())
                .param("size", content.size())
                .query(ArtifactRepository::read)
                .optional();
    }

    /** The files that have their bytes from there. */
    List<Artifact> at(Artifact.Location location) {
        return jdbc.sql("select * from artifact where bucket = :bucket and object_key = :key and removed_at is null")
                .param("bucket", location.bucket())
                .param("key", location.key())
                .query(ArtifactRepository::read)
                .list();
    }

    @Override
    public Set<String> named(String bucket, Collection<String> keys) {
        return Set.copyOf(jdbc.sql("""
                select distinct object_key from artifact
                where bucket = :bucket and object_key in (:keys) and removed_at is null
                """)
                .param("bucket", bucket)
                .param("keys", keys)
                .query(String.class)
                .list());
    }

    static Artifact read(ResultSet row, int number) throws SQLException {
        return new Artifact(
                Columns.uuid(row, "id"),
                new Artifact.Source(
                        Columns.optionalUuid(row, "project_id"),
                        Columns.optionalUuid(row, "run_id"),
                        Columns.optionalUuid(row, "attempt_id"),
                        Optional.ofNullable(row.getString("step_id"))),
                Area.valueOf(row.getString("area")),
                row.getString("path"),
                new Artifact.Content(row.getLong("size"), row.getString("sha256")),
                new Artifact.Location(row.getString("bucket"), row.getString("object_key")),
                Columns.instant(row, "created_at"));
    }
}
