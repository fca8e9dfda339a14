package dev.winslow.engine.project;

import dev.winslow.api.project.DeletionView;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what a project has, in the tables of all features whose rows go with it. */
@Repository
public class DeletionPreview {
    private final JdbcClient jdbc;
    private final ProjectRepository projects;

    DeletionPreview(JdbcClient jdbc, ProjectRepository projects) {
        this.jdbc = jdbc;
        this.projects = projects;
    }

    public DeletionView of(UUID id) {
        return jdbc.sql("""
                select f.files, f.bytes, r.runs, r.open_runs, a.attempts, a.log_lines
                from (select count(*) as files, coalesce(sum(o.size), 0) as bytes
                      from (select distinct object_key, size from artifact
                            where bucket = :bucket and removed_at is null and (project_id = :id or run_id in (select id from run where project_id = :id))) o) f,
                     (select count(*) as runs, count(*) - count(ended_at) as open_runs from run where project_id = :id) r,
                     (select count(*) as attempts, coalesce(sum(l.next_number), 0) as log_lines
                      from attempt t join run u on u.id = t.run_id left join log_head l on l.attempt_id = t.id
                      where u.project_id = :id) a
                """)
                .param("bucket", projects.require(id).bucket())
                .param("id", id)
                .query((row, n) -> new DeletionView(
                        row.getLong("files"),
                        row.getLong("bytes"),
                        row.getInt("runs"),
                        row.getInt("attempts"),
                        row.getLong("log_lines"),
                        row.getInt("open_runs") > 0))
                .single();
    }
}
