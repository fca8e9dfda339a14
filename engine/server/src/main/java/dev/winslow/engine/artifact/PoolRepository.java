package dev.winslow.engine.artifact;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.artifact.PoolUser;
import dev.winslow.api.history.EventKind;
import dev.winslow.engine.access.Sight;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.database.Columns;
import dev.winslow.engine.history.Events;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who works with the files of the pool, and how they leave it. */
@Repository
class PoolRepository {
    private final JdbcClient jdbc;
    private final Events events;

    PoolRepository(JdbcClient jdbc, Events events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** By file; one that no project has is not among them. */
    Map<UUID, List<PoolUser>> users(Viewer viewer) {
        record Use(UUID file, PoolUser user) {}
        return jdbc
                .sql("""
                        select distinct f.id as file, p.id as project, p.name from artifact f
                        join artifact a on a.bucket = f.bucket and a.object_key = f.object_key and a.removed_at is null
                        join project p on p.id = a.project_id and p.deleted_at is null
                        where f.project_id is null and %s order by p.name
                        """.formatted(Sight.condition(viewer, "p")))
                .param("viewer", viewer.name())
                .query((row, n) -> new Use(
                        Columns.uuid(row, "file"), new PoolUser(Columns.uuid(row, "project"), row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Use::file, Collectors.mapping(Use::user, Collectors.toList())));
    }

    /** As {@link #users(Viewer)}, of one file. */
    List<PoolUser> users(UUID file, Viewer viewer) {
        return jdbc.sql("""
                        select distinct p.id as project, p.name from artifact f
                        join artifact a on a.bucket = f.bucket and a.object_key = f.object_key and a.removed_at is null
                        join project p on p.id = a.project_id and p.deleted_at is null
                        where f.id = :file and f.project_id is null and %s order by p.name
                        """.formatted(Sight.condition(viewer, "p")))
                .param("file", file)
                .param("viewer", viewer.name())
                .query((row, n) -> new PoolUser(Columns.uuid(row, "project"), row.getString("name")))
                .list();
    }

    /** How many other names the bytes have, in projects and in the pool, also in projects that are being deleted. */
    int otherNames(Artifact file) {
        return jdbc.sql("""
                        select count(*) from artifact
                        where bucket = :bucket and object_key = :key and id <> :id and removed_at is null
                        """)
                .param("bucket", file.location().bucket())
                .param("key", file.location().key())
                .param("id", file.id())
                .query(Integer.class)
                .single();
    }

    /** Lets one transaction at a time give names, so that no two files get the same. */
    void lockNames() {
        jdbc.sql("select name from server_lock where name = 'pool' for update")
                .query(String.class)
                .single();
    }

    boolean isTaken(String path) {
        return !jdbc.sql("select id from artifact where project_id is null and path = :path and removed_at is null")
                .param("path", path)
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** With all that had the name before, so that nothing of it appears in its place. */
    void rename(String from, String to, Instant now) {
        jdbc.sql("""
                update artifact set path = :to, moved_at = :now, arrived_path = case when moved_at is null then path else arrived_path end
                where project_id is null and path = :from
                """)
                .param("to", to)
                .param("now", time(now))
                .param("from", from)
                .update();
        events.administrative(EventKind.POOL_FILE_MOVED, Map.of("old", from, "new", to));
    }

    void delete(Artifact file) {
        jdbc.sql("delete from artifact where id = :id and project_id is null")
                .param("id", file.id())
                .update();
        events.administrative(EventKind.POOL_FILE_DELETED, Map.of("path", file.path()));
    }
}
