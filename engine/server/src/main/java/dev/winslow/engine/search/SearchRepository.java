package dev.winslow.engine.search;

import dev.winslow.api.search.SearchHit;
import dev.winslow.api.search.SearchHit.Kind;
import dev.winslow.engine.access.Sight;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.database.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks into the tables, a few rows each. */
@Repository
class SearchRepository {
    private final JdbcClient jdbc;

    SearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SearchHit> projects(String pattern, int limit, Viewer viewer) {
        return jdbc.sql("""
                select p.id, p.name, p.pipeline_key, p.owner from project p
                where p.deleted_at is null and %s and lower(p.name || ' ' || p.owner) like :pattern escape '!'
                order by p.created_at desc limit :limit
                """.formatted(Sight.condition(viewer, "p")))
                .param("viewer", viewer.name())
                .param("pattern", pattern)
                .param("limit", limit)
                .query((row, n) -> new SearchHit(
                        Kind.PROJECT,
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("pipeline_key")
                                + (row.getString("owner").isEmpty() ? "" : ", owned by " + row.getString("owner")),
                        "projects/" + row.getString("id")))
                .list();
    }

    List<SearchHit> tags(String pattern, int limit, Viewer viewer) {
        return jdbc.sql("""
                select t.tag, count(*) as projects from project_tag t join project p on p.id = t.project_id
                where p.deleted_at is null and %s and lower(t.tag) like :pattern escape '!'
                group by t.tag order by count(*) desc limit :limit
                """.formatted(Sight.condition(viewer, "p")))
                .param("viewer", viewer.name())
                .param("pattern", pattern)
                .param("limit", limit)
                .query((row, n) -> new SearchHit(
                        Kind.TAG,
                        row.getString("tag"),
                        row.getString("tag"),
                        row.getInt("projects") == 1 ? "1 project" : row.getInt("projects") + " projects",
                        "?find=" + Addresses.encoded(row.getString("tag"))))
                .list();
    }

    List<SearchHit> nodes(String pattern, int limit) {
        return jdbc.sql(
                        "select id, name, agent_version from node where lower(name) like :pattern escape '!' order by name limit :limit")
                .param("pattern", pattern)
                .param("limit", limit)
                .query((row, n) -> new SearchHit(
                        Kind.NODE,
                        row.getString("id"),
                        row.getString("name"),
                        "agent " + row.getString("agent_version"),
                        "nodes"))
                .list();
    }

    /** By the beginning of their ids, as logs and the command line show them. */
    List<SearchHit> runs(String pattern, int limit, Viewer viewer) {
        return jdbc.sql("""
                select r.id, r.project_id, r.pipeline_key, r.started_at, p.name from run r join project p on p.id = r.project_id
                where p.deleted_at is null and %s and cast(r.id as varchar(36)) like :pattern escape '!'
                order by r.started_at desc limit :limit
                """.formatted(Sight.condition(viewer, "p")))
                .param("viewer", viewer.name())
                .param("pattern", pattern)
                .param("limit", limit)
                .query((row, n) -> new SearchHit(
                        Kind.RUN,
                        row.getString("id"),
                        "Run " + row.getString("id"),
                        row.getString("name") + ", " + row.getString("pipeline_key") + ", "
                                + Columns.instant(row, "started_at"),
                        "projects/" + row.getString("project_id") + "?tab=history"))
                .list();
    }

    /** What people brought in, of projects and of the pool, and what stages left for people; not what they passed on to each other. */
    List<SearchHit> files(String pattern, int limit, Viewer viewer) {
        return jdbc.sql("""
                select a.id, a.path, a.project_id, p.name from artifact a left join project p on p.id = a.project_id
                where (a.run_id is null or a.area = 'OUTPUT') and a.removed_at is null and p.deleted_at is null and (p.id is null or %s) and lower(a.path) like :pattern escape '!'
                order by a.created_at desc limit :limit
                """.formatted(Sight.condition(viewer, "p")))
                .param("viewer", viewer.name())
                .param("pattern", pattern)
                .param("limit", limit)
                .query((row, n) -> {
                    boolean pooled = row.getString("project_id") == null;
                    return new SearchHit(
                            pooled ? Kind.POOL_FILE : Kind.FILE,
                            row.getString("id"),
                            row.getString("path"),
                            pooled ? "in the pool" : "in " + row.getString("name"),
                            pooled
                                    ? "pool?file=" + row.getString("id")
                                    : "projects/" + row.getString("project_id") + "?tab=files");
                })
                .list();
    }
}
