package dev.winslow.engine.stage;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.NamedObjects;
import dev.winslow.engine.database.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CheckpointRepository implements NamedObjects {
    private final JdbcClient jdbc;

    CheckpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Checkpoint> find(String jobId) {
        return jdbc.sql("select * from checkpoint where job_id = :job")
                .param("job", jobId)
                .query((row, n) -> new Checkpoint(
                        jobId,
                        Columns.uuid(row, "run_id"),
                        Columns.uuid(row, "attempt_id"),
                        row.getInt("number"),
                        Columns.instant(row, "saved_at"),
                        files(jobId)))
                .optional();
    }

    /** Those of these jobs that have one. */
    List<String> saved(Collection<String> jobIds) {
        return jdbc.sql("select job_id from checkpoint where job_id = any(:jobs)")
                .param("jobs", Columns.texts(jobIds))
                .query(String.class)
                .list();
    }

    private List<Checkpoint.Saved> files(String jobId) {
        return jdbc.sql("select * from checkpoint_file where job_id = :job order by path")
                .param("job", jobId)
                .query((row, n) -> new Checkpoint.Saved(
                        row.getString("path"),
                        new Artifact.Content(row.getLong("size"), row.getString("sha256")),
                        new Artifact.Location(row.getString("bucket"), row.getString("object_key"))))
                .list();
    }

    /** In the place of the one before. */
    void replace(Checkpoint checkpoint) {
        delete(checkpoint.jobId());
        jdbc.sql("""
                insert into checkpoint (job_id, run_id, attempt_id, number, saved_at)
                values (:job, :run, :attempt, :number, :at)
                """)
                .param("job", checkpoint.jobId())
                .param("run", checkpoint.runId())
                .param("attempt", checkpoint.attemptId())
                .param("number", checkpoint.number())
                .param("at", time(checkpoint.savedAt()))
                .update();
        checkpoint
                .files()
                .forEach(file -> jdbc.sql("""
                insert into checkpoint_file (job_id, path, size, sha256, bucket, object_key)
                values (:job, :path, :size, :sha256, :bucket, :key)
                """)
                        .param("job", checkpoint.jobId())
                        .param("path", file.path())
                        .param("size", file.content().size())
                        .param("sha256", file.content().sha256())
                        .param("bucket", file.location().bucket())
                        .param("key", file.location().key())
                        .update());
    }

    void delete(String jobId) {
        jdbc.sql("delete from checkpoint where job_id = :job")
                .param("job", jobId)
                .update();
    }

    /** The sweep has passed by the attempts of this job while a checkpoint named what they sent: it is to look again. */
    void sweepAgain(String jobId) {
        jdbc.sql("delete from swept_attempt where attempt_id in (select id from attempt where job_id = :job)")
                .param("job", jobId)
                .update();
    }

    /** Jobs of a project that have one. */
    List<String> jobsOfProject(UUID projectId) {
        return jdbc.sql("""
                select c.job_id from checkpoint c join run r on r.id = c.run_id where r.project_id = :project
                """).param("project", projectId).query(String.class).list();
    }

    @Override
    public Set<String> named(String bucket, Collection<String> keys) {
        return Set.copyOf(jdbc.sql("""
                select distinct object_key from checkpoint_file where bucket = :bucket and object_key in (:keys)
                """)
                .param("bucket", bucket)
                .param("keys", keys)
                .query(String.class)
                .list());
    }
}
