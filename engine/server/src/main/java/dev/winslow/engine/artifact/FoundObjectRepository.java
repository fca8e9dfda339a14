package dev.winslow.engine.artifact;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.engine.artifact.FoundObject.Place;
import dev.winslow.engine.database.Columns;
import dev.winslow.minio.ArtifactStore.StoredObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found in buckets. A copy that is not a file yet counts as named, so that it is not swept before. */
@Repository
class FoundObjectRepository implements NamedObjects {
    private final JdbcClient jdbc;

    FoundObjectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether no server has looked through the buckets a while ago. */
    boolean isDue(Instant now) {
        return jdbc.sql(
                        "select name from server_lock where name = 'found-files' and (held_until is null or held_until <= :now)")
                .param("now", time(now))
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Nobody needs to look again before then. */
    void rest(Instant until) {
        jdbc.sql("update server_lock set held_until = :until where name = 'found-files'")
                .param("until", time(until))
                .update();
    }

    /** The buckets of projects that are there. */
    List<Place> projects() {
        return jdbc.sql("select id, bucket from project where deleted_at is null order by id")
                .query((row, n) -> new Place(row.getString("bucket"), Optional.of(Columns.uuid(row, "id"))))
                .list();
    }

    /** False of a project that was deleted meanwhile. */
    boolean isThere(Place place) {
        return place.projectId().isEmpty()
                || jdbc.sql("select id from project where id = :id and deleted_at is null")
                        .param("id", place.projectId().get())
                        .query()
                        .optionalValue()
                        .isPresent();
    }

    List<FoundObject> in(String bucket) {
        return jdbc.sql("select * from found_file where bucket = :bucket order by object_key")
                .param("bucket", bucket)
                .query(FoundObjectRepository::read)
                .list();
    }

    List<FoundObject> waiting(Optional<UUID> projectId) {
        return jdbc.sql("""
                select * from found_file where not taken and coalesce(project_id, :pool) = :id order by object_key
                """)
                .param("pool", Pool.ID)
                .param("id", projectId.orElse(Pool.ID))
                .query(FoundObjectRepository::read)
                .list();
    }

    /** In the place of what was seen under its key before. */
    void note(FoundObject found) {
        forget(found);
        jdbc.sql("""
                insert into found_file (bucket, object_key, project_id, size, etag, modified_at, taken)
                values (:bucket, :key, :projectId, :size, :etag, :modified, false)
                """)
                .param("bucket", found.place().bucket())
                .param("key", found.key())
                .param("projectId", found.place().projectId().orElse(null))
                .param("size", found.seen().size())
                .param("etag", found.seen().etag())
                .param("modified", time(found.seen().modified()))
                .update();
    }

    /** Before the copy begins; false where it is somebody else's matter by now. */
    boolean copy(FoundObject found, String to) {
        return jdbc.sql("""
                        update found_file set own_key = :to
                        where bucket = :bucket and object_key = :key and etag = :etag and modified_at = :modified and not taken
                          and coalesce(own_key, '') = :own
                        """)
                        .param("to", to)
                        .param("bucket", found.place().bucket())
                        .param("key", found.key())
                        .param("etag", found.seen().etag())
                        .param("modified", time(found.seen().modified()))
                        .param("own", found.ownKey().orElse(""))
                        .update()
                == 1;
    }

    /** In the transaction that names the copy; whoever takes it first has it. Its project is there to the end of that transaction. */
    boolean take(FoundObject found) {
        return found.place().projectId().stream().allMatch(this::holdProject)
                && jdbc.sql("""
                                update found_file set taken = true, problem = null
                                where bucket = :bucket and object_key = :key and own_key = :own and not taken
                                """)
                                .param("bucket", found.place().bucket())
                                .param("key", found.key())
                                .param("own", found.ownKey().orElseThrow())
                                .update()
                        == 1;
    }

    private boolean holdProject(UUID project) {
        return jdbc.sql("select id from project where id = :id and deleted_at is null for update")
                .param("id", project)
                .query(String.class)
                .optional()
                .isPresent();
    }

    void refuse(FoundObject found, String problem) {
        jdbc.sql("update found_file set problem = :problem where bucket = :bucket and object_key = :key and not taken")
                .param("problem", problem)
                .param("bucket", found.place().bucket())
                .param("key", found.key())
                .update();
    }

    void forget(FoundObject found) {
        jdbc.sql("delete from found_file where bucket = :bucket and object_key = :key")
                .param("bucket", found.place().bucket())
                .param("key", found.key())
                .update();
    }

    @Override
    public Set<String> named(String bucket, Collection<String> keys) {
        return Set.copyOf(
                jdbc.sql("select own_key from found_file where bucket = :bucket and own_key in (:keys) and not taken")
                        .param("bucket", bucket)
                        .param("keys", keys)
                        .query(String.class)
                        .list());
    }

    private static FoundObject read(ResultSet row, int number) throws SQLException {
        return new FoundObject(
                new Place(row.getString("bucket"), Columns.optionalUuid(row, "project_id")),
                new StoredObject(
                        row.getString("object_key"),
                        row.getLong("size"),
                        row.getString("etag"),
                        Columns.instant(row, "modified_at")),
                Optional.ofNullable(row.getString("own_key")),
                row.getBoolean("taken"),
                Optional.ofNullable(row.getString("problem")));
    }
}
