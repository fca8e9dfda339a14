package dev.winslow.engine.project;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.access.Everyone;
import dev.winslow.api.pipeline.PipelineUser;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.project.TagView;
import dev.winslow.engine.access.Sight;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.database.Columns;
import dev.winslow.engine.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProjectRepository {
    private final JdbcClient jdbc;

    ProjectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Project project) {
        jdbc.sql("""
                insert into project (id, name, pipeline_key, bucket, created_at, owner, everyone)
                values (:id, :name, :pipelineKey, :bucket, :createdAt, :owner, :everyone)
                """)
                .param("id", project.id())
                .param("name", project.name())
                .param("pipelineKey", project.pipelineKey())
                .param("bucket", project.bucket())
                .param("createdAt", time(project.createdAt()))
                .param("owner", project.owner())
                .param("everyone", project.everyone().name())
                .update();
        replaceTags(project.id(), project.tags());
    }

    void update(Project project) {
        jdbc.sql("update project set name = :name, pipeline_key = :pipelineKey, owner = :owner where id = :id")
                .param("id", project.id())
                .param("name", project.name())
                .param("pipelineKey", project.pipelineKey())
                .param("owner", project.owner())
                .update();
        replaceTags(project.id(), project.tags());
    }

    private void replaceTags(UUID id, Collection<String> tags) {
        jdbc.sql("delete from project_tag where project_id = :id")
                .param("id", id)
                .update();
        tags.stream()
                .distinct()
                .forEach(tag -> jdbc.sql("insert into project_tag (project_id, tag) values (:id, :tag)")
                        .param("id", id)
                        .param("tag", tag)
                        .update());
    }

    /** Those that the viewer may see, newest first. */
    List<SeenProject> list(Viewer viewer) {
        Map<UUID, List<String>> tags = allTags();
        return jdbc.sql(
                        "select p.*, %s as may from project p where p.deleted_at is null and %s order by p.created_at desc, p.id desc"
                                .formatted(Sight.level(viewer, "p"), Sight.condition(viewer, "p")))
                .param("viewer", viewer.name())
                .query((row, n) -> new SeenProject(read(row, tags), Sight.right(row, "may")))
                .list();
    }

    Optional<Project> find(UUID id) {
        List<String> tags = jdbc.sql("select tag from project_tag where project_id = :id order by tag")
                .param("id", id)
                .query(String.class)
                .list();
        return jdbc.sql("select * from project where id = :id and deleted_at is null")
                .param("id", id)
                .query((row, n) -> read(row, Map.of(id, tags)))
                .optional();
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from project where id in (:ids) and deleted_at is null")
                    .param("ids", ids)
                    .query(row -> {
                        names.put(Columns.uuid(row, "id"), row.getString("name"));
                    });
        }
        return names;
    }

    Project require(UUID id) {
        return find(id).orElseThrow(() -> new ProblemException(
                ProblemType.NOT_FOUND, "There is no project " + id + ".", "List the projects to find its id."));
    }

    /** Those of most projects first. */
    List<TagView> tags(Viewer viewer) {
        return jdbc.sql("""
                select t.tag, count(*) as projects from project_tag t join project p on p.id = t.project_id
                where p.deleted_at is null and %s
                group by t.tag order by projects desc, t.tag
                """.formatted(Sight.condition(viewer, "p")))
                .param("viewer", viewer.name())
                .query((row, n) -> new TagView(row.getString("tag"), row.getInt("projects")))
                .list();
    }

    /** Holds the row to the end of the transaction, so that nothing begins in a project while it is deleted, and nothing twice. */
    void lock(UUID id) {
        jdbc.sql("select id from project where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Those of studies count, too. */
    boolean hasOpenRun(UUID id) {
        return jdbc.sql("select count(*) from run where project_id = :id and ended_at is null")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    int countOf(String pipelineKey) {
        return jdbc.sql("select count(*) from project where pipeline_key = :key and deleted_at is null")
                .param("key", pipelineKey)
                .query(Integer.class)
                .single();
    }

    /** The projects that are based on the pipeline or have a run of it in progress, by name. */
    List<PipelineUser> usersOf(String pipelineKey, Viewer viewer) {
        record Row(UUID project, String name, boolean based, Optional<Integer> openRun) {}
        return jdbc
                .sql("""
                        select p.id, p.name, p.pipeline_key, r.pipeline_version from project p
                        left join run r on r.project_id = p.id and r.pipeline_key = :key and r.ended_at is null
                        where p.deleted_at is null and (p.pipeline_key = :key or r.id is not null) and %s
                        order by p.name, p.id, r.started_at
                        """.formatted(Sight.condition(viewer, "p")))
                .param("viewer", viewer.name())
                .param("key", pipelineKey)
                .query((row, n) -> new Row(
                        Columns.uuid(row, "id"),
                        row.getString("name"),
                        pipelineKey.equals(row.getString("pipeline_key")),
                        Optional.ofNullable(row.getObject("pipeline_version", Integer.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::project, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(rows -> new PipelineUser(
                        rows.getFirst().project(),
                        rows.getFirst().name(),
                        rows.getFirst().based(),
                        rows.stream().flatMap(row -> row.openRun().stream()).toList()))
                .toList();
    }

    void markDeleted(UUID id, Instant now) {
        jdbc.sql("update project set deleted_at = :now where id = :id")
                .param("id", id)
                .param("now", time(now))
                .update();
    }

    /** Projects whose deletion was begun before and has not come to its end. */
    List<Project> halfDeleted(Instant before) {
        return jdbc.sql("select * from project where deleted_at < :before")
                .param("before", time(before))
                .query((row, n) -> read(row, Map.of()))
                .list();
    }

    void delete(UUID id) {
        jdbc.sql("delete from project where id = :id").param("id", id).update();
    }

    private Map<UUID, List<String>> allTags() {
        record Tag(UUID project, String tag) {}
        return jdbc
                .sql("select project_id, tag from project_tag order by tag")
                .query((row, n) -> new Tag(Columns.uuid(row, "project_id"), row.getString("tag")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Tag::project, Collectors.mapping(Tag::tag, Collectors.toList())));
    }

    private static Project read(ResultSet row, Map<UUID, List<String>> tags) throws SQLException {
        UUID id = Columns.uuid(row, "id");
        return new Project(
                id,
                row.getString("name"),
                row.getString("pipeline_key"),
                row.getString("bucket"),
                Columns.instant(row, "created_at"),
                tags.getOrDefault(id, List.of()),
                row.getString("owner"),
                Everyone.valueOf(row.getString("everyone")));
    }
}
