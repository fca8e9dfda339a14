package dev.winslow.engine.trigger;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.engine.access.Sight;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TriggerRepository {
    private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TriggerRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Trigger trigger) {
        jdbc.sql("""
                insert into run_trigger
                (id, name, kind, project_id, source, variables, enabled, enabled_at, next_at, created_by, created_at)
                values (:id, :name, :kind, :projectId, :source, :variables, :enabled, :enabledAt, :nextAt, :createdBy, :createdAt)
                """)
                .param("id", trigger.id())
                .param("name", trigger.name())
                .param("kind", Trigger.kind(trigger.source()))
                .param("projectId", trigger.projectId().orElse(null))
                .param("source", source(trigger))
                .param("variables", json.writeValueAsString(trigger.variables()))
                .param("enabled", trigger.enabled())
                .param("enabledAt", time(trigger.enabledAt()))
                .param("nextAt", trigger.nextAt().map(Columns::time).orElse(null))
                .param("createdBy", trigger.createdBy())
                .param("createdAt", time(trigger.createdAt()))
                .update();
    }

    /** Oldest first. */
    List<Trigger> list(Viewer viewer) {
        return jdbc.sql("""
                select t.* from run_trigger t left join project p on p.id = t.project_id
                where t.removed_at is null and (t.project_id is null or %s) order by t.created_at, t.id
                """.formatted(Sight.condition(viewer, "p")))
                .param("viewer", viewer.name())
                .query(this::read)
                .list();
    }

    List<Trigger> ofProject(UUID projectId) {
        return jdbc.sql("""
                select * from run_trigger where project_id = :projectId and removed_at is null order by created_at, id
                """).param("projectId", projectId).query(this::read).list();
    }

    Optional<Trigger> find(UUID id) {
        return jdbc.sql("select * from run_trigger where id = :id and removed_at is null")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Holds the trigger for this transaction: whoever fires or changes it takes this lock first. */
    Optional<Trigger> lock(UUID id) {
        return jdbc.sql("select * from run_trigger where id = :id and removed_at is null for update")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Those that fire at times and whose time has come, the longest due first. */
    List<Trigger> due(Instant now) {
        return jdbc.sql("""
                select * from run_trigger where enabled and removed_at is null and next_at <= :now order by next_at
                """).param("now", time(now)).query(this::read).list();
    }

    List<Trigger> watchingFolders() {
        return jdbc.sql("""
                select * from run_trigger where enabled and removed_at is null and kind = 'folder' order by created_at, id
                """).query(this::read).list();
    }

    void setEnabled(UUID id, boolean enabled, Instant since, Optional<Instant> nextAt) {
        jdbc.sql("""
                update run_trigger set enabled = :enabled, enabled_at = :since, next_at = :nextAt where id = :id
                """)
                .param("id", id)
                .param("enabled", enabled)
                .param("since", time(since))
                .param("nextAt", nextAt.map(Columns::time).orElse(null))
                .update();
    }

    void setNext(UUID id, Optional<Instant> nextAt) {
        jdbc.sql("update run_trigger set next_at = :nextAt where id = :id")
                .param("id", id)
                .param("nextAt", nextAt.map(Columns::time).orElse(null))
                .update();
    }

    /** From now on it starts runs in the name of whoever changed it. */
    void change(Trigger trigger) {
        jdbc.sql("""
                update run_trigger
                set name = :name, source = :source, variables = :variables, enabled_at = :enabledAt, next_at = :nextAt, created_by = :createdBy
                where id = :id
                """)
                .param("enabledAt", time(trigger.enabledAt()))
                .param("id", trigger.id())
                .param("name", trigger.name())
                .param("source", source(trigger))
                .param("variables", json.writeValueAsString(trigger.variables()))
                .param("nextAt", trigger.nextAt().map(Columns::time).orElse(null))
                .param("createdBy", trigger.createdBy())
                .update();
    }

    void remove(UUID id, Instant now) {
        jdbc.sql("update run_trigger set removed_at = :now where id = :id")
                .param("id", id)
                .param("now", time(now))
                .update();
    }

    Optional<Trigger> findRemoved(UUID id) {
        return jdbc.sql("select * from run_trigger where id = :id and removed_at is not null for update")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    void restore(UUID id, Instant since) {
        jdbc.sql("update run_trigger set removed_at = null, enabled_at = :since where id = :id")
                .param("id", id)
                .param("since", time(since))
                .update();
    }

    List<UUID> removedBefore(Instant time) {
        return jdbc.sql("select id from run_trigger where removed_at < :time")
                .param("time", time(time))
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
    }

    /** Those that were removed among them. */
    List<UUID> allOf(UUID projectId) {
        return jdbc.sql("select id from run_trigger where project_id = :projectId")
                .param("projectId", projectId)
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
    }

    /** Whether it was. */
    boolean deleteRemovedBefore(UUID id, Instant time) {
        return jdbc.sql("delete from run_trigger where id = :id and removed_at < :time")
                        .param("id", id)
                        .param("time", time(time))
                        .update()
                > 0;
    }

    void delete(UUID id) {
        jdbc.sql("delete from run_trigger where id = :id").param("id", id).update();
    }

    private String source(Trigger trigger) {
        return json.writerFor(TriggerSource.class).writeValueAsString(trigger.source());
    }

    private Trigger read(ResultSet row, int number) throws SQLException {
        return new Trigger(
                Columns.uuid(row, "id"),
                row.getString("name"),
                json.readValue(row.getString("source"), TriggerSource.class),
                json.readValue(row.getString("variables"), VARIABLES),
                row.getBoolean("enabled"),
                Columns.instant(row, "enabled_at"),
                Columns.optionalInstant(row, "next_at"),
                row.getString("created_by"),
                Columns.instant(row, "created_at"));
    }
}
