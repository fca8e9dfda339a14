package dev.winslow.engine.lineage;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.lineage.FileOrigin;
import dev.winslow.api.lineage.TracedFile;
import dev.winslow.engine.artifact.Pool;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks who made what from what, a whole generation at once. */
@Repository
class LineageRepository {
    private final JdbcClient jdbc;

    LineageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TracedFile> files(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select a.*, f.added_by from artifact a left join added_file f on f.artifact_id = a.id
                        where a.id in (:ids)
                        """).param("ids", ids).query(LineageRepository::read).list();
    }

    /** From the files that these attempts started from to the attempts. */
    List<Edge> inputsOf(Collection<UUID> attempts) {
        return edges("""
                select i.artifact_id as origin, i.attempt_id as target from attempt_input i
                join artifact a on a.id = i.artifact_id where i.attempt_id in (:ids) order by a.area, a.path
                """, attempts);
    }

    /** From the attempts that made these files to the files. */
    List<Edge> makersOf(Collection<UUID> files) {
        return edges("""
                select a.attempt_id as origin, a.id as target from artifact a join attempt t on t.id = a.attempt_id
                where a.id in (:ids) order by t.assigned_at desc, t.id desc
                """, files);
    }

    /** From these files to the attempts that started from them. */
    List<Edge> readersOf(Collection<UUID> files) {
        return edges("""
                select i.artifact_id as origin, i.attempt_id as target from attempt_input i
                join attempt t on t.id = i.attempt_id where i.artifact_id in (:ids) order by t.assigned_at, t.id
                """, files);
    }

    /** From these attempts to the files that they made. */
    List<Edge> madeBy(Collection<UUID> attempts) {
        return edges("""
                select attempt_id as origin, id as target from artifact where attempt_id in (:ids) order by area, path
                """, attempts);
    }

    /** From the files that these have their bytes from, to these: of what was taken from the pool, or begun with as a file of the workspace. */
    List<Edge> originalsOf(Collection<UUID> files) {
        return edges(SAME_BYTES + "c.id in (:ids)", files);
    }

    /** From these files to those that have their bytes from them. */
    List<Edge> copiesOf(Collection<UUID> files) {
        return edges(SAME_BYTES + "o.id in (:ids)", files);
    }

    private static final String SAME_BYTES = """
            select o.id as origin, c.id as target from artifact c
            join artifact o on o.bucket = c.bucket and o.object_key = c.object_key and o.path = c.path
            where c.attempt_id is null and c.step_id is null and o.run_id is null
              and (c.run_id is not null and o.project_id = c.project_id
                   or c.run_id is null and c.project_id is not null and o.project_id is null)
              and\s""";

    private List<Edge> edges(String query, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(query)
                        .param("ids", ids)
                        .query((row, n) -> new Edge(Columns.uuid(row, "origin"), Columns.uuid(row, "target")))
                        .list();
    }

    private static TracedFile read(ResultSet row, int number) throws SQLException {
        Optional<UUID> attempt = Columns.optionalUuid(row, "attempt_id");
        FileView file = new FileView(
                Columns.uuid(row, "id"),
                Area.valueOf(row.getString("area")),
                row.getString("path"),
                row.getLong("size"),
                row.getString("sha256"),
                Columns.instant(row, "created_at"),
                attempt,
                Optional.ofNullable(row.getString("step_id")));
        return new TracedFile(
                file,
                origin(row, file),
                Columns.optionalUuid(row, "project_id"),
                Optional.empty(),
                Optional.ofNullable(row.getString("added_by")),
                Columns.optionalInstant(row, "removed_at").isPresent());
    }

    private static FileOrigin origin(ResultSet row, FileView file) throws SQLException {
        if (file.attemptId().isPresent()) {
            return FileOrigin.MADE;
        }
        if (row.getString("added_by") != null) {
            return FileOrigin.ADDED;
        }
        if (file.stageId().isPresent()) {
            return FileOrigin.ANSWERED;
        }
        if (Columns.optionalUuid(row, "project_id").isEmpty()) {
            return FileOrigin.POOLED;
        }
        if (Columns.optionalUuid(row, "run_id").isPresent()) {
            return FileOrigin.COPIED;
        }
        return Pool.BUCKET.equals(row.getString("bucket")) ? FileOrigin.LINKED : FileOrigin.UPLOADED;
    }
}
