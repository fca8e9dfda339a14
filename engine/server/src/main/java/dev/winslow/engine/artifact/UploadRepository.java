package dev.winslow.engine.artifact;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files on their way in. */
@Repository
class UploadRepository {
    private final JdbcClient jdbc;

    UploadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Upload(Optional<UUID> projectId, Artifact.Location location, BeginUpload file, String uploadId) {}

    void insert(Upload upload, Instant now) {
        jdbc.sql("""
                insert into upload (object_key, project_id, bucket, path, size, sha256, upload_id, begun_at)
                values (:key, :projectId, :bucket, :path, :size, :sha256, :uploadId, :now)
                """)
                .param("key", upload.location().key())
                .param("projectId", upload.projectId().orElse(null))
                .param("bucket", upload.location().bucket())
                .param("path", upload.file().path())
                .param("size", upload.file().size())
                .param("sha256", upload.file().sha256())
                .param("uploadId", upload.uploadId())
                .param("now", time(now))
                .update();
    }

    Optional<Upload> find(String bucket, BeginUpload file) {
        return jdbc.sql("""
                select * from upload where bucket = :bucket and path = :path and size = :size and sha256 = :sha256
                order by begun_at desc limit 1
                """)
                .param("bucket", bucket)
                .param("path", file.path())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .query(UploadRepository::read)
                .optional();
    }

    Optional<Upload> findByKey(String bucket, String key) {
        return jdbc.sql("select * from upload where bucket = :bucket and object_key = :key")
                .param("bucket", bucket)
                .param("key", key)
                .query(UploadRepository::read)
                .optional();
    }

    /** Holds the project to the end of the transaction, so that nobody cleans it up before. */
    void lockProject(UUID projectId) {
        jdbc.sql("select id from project where id = :id for update")
                .param("id", projectId)
                .query(String.class)
                .optional();
    }

    /** Keeps an upload with which somebody goes on from being swept. */
    void touch(String key, Instant now) {
        jdbc.sql("update upload set begun_at = :now where object_key = :key")
                .param("key", key)
                .param("now", time(now))
                .update();
    }

    /** Whether it was still there; whoever deletes it first has it. */
    boolean delete(String key) {
        return jdbc.sql("delete from upload where object_key = :key")
                        .param("key", key)
                        .update()
                == 1;
    }

    private static Upload read(ResultSet row, int number) throws SQLException {
        return new Upload(
                Columns.optionalUuid(row, "project_id"),
                new Artifact.Location(row.getString("bucket"), row.getString("object_key")),
                new BeginUpload(row.getString("path"), row.getLong("size"), row.getString("sha256")),
                row.getString("upload_id"));
    }
}
