package dev.winslow.engine.sweep;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.engine.database.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SweepRepository {
    private static final int PAGE = 100;

    private final JdbcClient jdbc;

    SweepRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the duty for this server until then; false where another has it. */
    boolean claim(Instant now, Instant until) {
        return jdbc.sql("""
                        update server_lock set held_until = :until
                        where name = 'sweep' and (held_until is null or held_until <= :now)
                        """).param("now", time(now)).param("until", time(until)).update() == 1;
    }

    /** Keeps the duty while the sweep goes on. */
    void keep(Instant until) {
        jdbc.sql("update server_lock set held_until = :until where name = 'sweep' and held_until < :until")
                .param("until", time(until))
                .update();
    }

    List<BucketDuty.Place> projects() {
        return jdbc.sql("select id, bucket from project where deleted_at is null order by id")
                .query((row, n) -> new BucketDuty.Place(row.getString("bucket"), Optional.of(Columns.uuid(row, "id"))))
                .list();
    }

    /** Whether any project has this bucket, be it a half-deleted one. */
    boolean hasProject(String bucket) {
        return !jdbc.sql("select id from project where bucket = :bucket")
                .param("bucket", bucket)
                .query(String.class)
                .list()
                .isEmpty();
    }

    record EndedAttempt(UUID id, UUID runId, String stageId) {}

    /** A page of a project's attempts that ended before and were not swept, behind the given one. */
    List<EndedAttempt> endedAttempts(UUID projectId, Instant before, UUID after) {
        return jdbc.sql("""
                select a.id, a.run_id, a.stage_id
                from attempt a join run r on r.id = a.run_id left join swept_attempt s on s.attempt_id = a.id and s.done
                where r.project_id = :projectId and a.ended_at < :before and s.attempt_id is null and a.id > :after
                order by a.id limit :page
                """)
                .param("projectId", projectId)
                .param("before", time(before))
                .param("after", after)
                .param("page", PAGE)
                .query((row, n) -> new EndedAttempt(
                        Columns.uuid(row, "id"), Columns.uuid(row, "run_id"), row.getString("stage_id")))
                .list();
    }

    boolean hasEnded(UUID attemptId, Instant before) {
        return !jdbc.sql("select id from attempt where id = :id and ended_at < :before")
                .param("id", attemptId)
                .param("before", time(before))
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** Whoever takes a name from files of the attempt from now on deletes this note, and {@link #endAttempt} does nothing. */
    void beginAttempt(UUID attemptId) {
        jdbc.sql("""
                insert into swept_attempt (attempt_id, done)
                select :id, false where not exists (select 1 from swept_attempt where attempt_id = :id)
                """).param("id", attemptId).update();
    }

    void endAttempt(UUID attemptId) {
        jdbc.sql("update swept_attempt set done = true where attempt_id = :id")
                .param("id", attemptId)
                .update();
    }

    record UnsweptRun(UUID id, boolean ended) {}

    /** A page of a project's runs that were not swept, behind the given one. */
    List<UnsweptRun> unsweptRuns(UUID projectId, Instant before, UUID after) {
        return jdbc.sql("""
                select r.id, r.ended_at is not null and r.ended_at < :before as ended
                from run r left join swept_run s on s.run_id = r.id
                where r.project_id = :projectId and s.run_id is null and r.id > :after
                order by r.id limit :page
                """)
                .param("projectId", projectId)
                .param("before", time(before))
                .param("after", after)
                .param("page", PAGE)
                .query((row, n) -> new UnsweptRun(Columns.uuid(row, "id"), row.getBoolean("ended")))
                .list();
    }

    void markRun(UUID runId) {
        jdbc.sql("insert into swept_run (run_id) values (:id)")
                .param("id", runId)
                .update();
    }

    record OldUpload(String key, String uploadId) {}

    /** A page of the uploads into a bucket that were begun before, behind the given one. */
    List<OldUpload> oldUploads(String bucket, Instant before, String after) {
        return jdbc.sql("""
                select object_key, upload_id from upload
                where bucket = :bucket and begun_at < :before and object_key > :after order by object_key limit :page
                """)
                .param("bucket", bucket)
                .param("before", time(before))
                .param("after", after)
                .param("page", PAGE)
                .query((row, n) -> new OldUpload(row.getString("object_key"), row.getString("upload_id")))
                .list();
    }

    /** Takes the upload from whoever would still end it; false where it was ended or gone on with. Its row is held from then on. */
    boolean takeUpload(String key, Instant before) {
        return jdbc.sql("delete from upload where object_key = :key and begun_at < :before")
                        .param("key", key)
                        .param("before", time(before))
                        .update()
                == 1;
    }

    /** Those of these keys to which an upload is on its way. */
    Set<String> uploading(Collection<String> keys) {
        return Set.copyOf(jdbc.sql("select object_key from upload where object_key in (:keys)")
                .param("keys", keys)
                .query(String.class)
                .list());
    }

    /** Keys of uploads that files of a bucket name. */
    List<String> namedUploads(String bucket) {
        return jdbc.sql("""
                select object_key from artifact
                where bucket = :bucket and object_key like 'uploads/%' and removed_at is null
                """).param("bucket", bucket).query(String.class).list();
    }
}
