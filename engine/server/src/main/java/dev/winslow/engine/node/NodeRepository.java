package dev.winslow.engine.node;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class NodeRepository {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    NodeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Node node) {
        jdbc.sql("""
                insert into node (id, name, agent_version, capabilities, joined_at, last_seen)
                values (:id, :name, :agentVersion, :capabilities, :now, :now)
                """)
                .param("id", node.id())
                .param("name", node.name())
                .param("agentVersion", node.agentVersion())
                .param("capabilities", json.writeValueAsString(node.capabilities()))
                .param("now", time(node.lastSeen()))
                .update();
    }

    void update(Node node) {
        jdbc.sql("""
                update node set agent_version = :agentVersion, capabilities = :capabilities, limits = :limits, draining = :draining,
                                last_seen = :lastSeen
                where id = :id
                """)
                .param("id", node.id())
                .param("agentVersion", node.agentVersion())
                .param("capabilities", json.writeValueAsString(node.capabilities()))
                .param("limits", json.writeValueAsString(node.limits()))
                .param("draining", node.draining())
                .param("lastSeen", time(node.lastSeen()))
                .update();
    }

    void seen(UUID id, Instant now) {
        jdbc.sql("update node set last_seen = :now where id = :id")
                .param("id", id)
                .param("now", time(now))
                .update();
    }

    Optional<Node> find(UUID id) {
        return jdbc.sql("select * from node where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Asked with every heartbeat, for which the whole node would be too much to read. */
    Optional<Boolean> isDraining(UUID id) {
        return jdbc.sql("select draining from node where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional();
    }

    Optional<Node> lock(UUID id) {
        return jdbc.sql("select * from node where id = :id for update")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    void delete(UUID id) {
        jdbc.sql("delete from node where id = :id").param("id", id).update();
    }

    Optional<Node> findByName(String name) {
        return jdbc.sql("select * from node where name = :name")
                .param("name", name)
                .query(this::read)
                .optional();
    }

    List<Node> list() {
        return jdbc.sql("select * from node order by name").query(this::read).list();
    }

    private Node read(ResultSet row, int number) throws SQLException {
        return new Node(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("agent_version"),
                json.readValue(row.getString("capabilities"), Capabilities.class),
                json.readValue(row.getString("limits"), NodeLimits.class),
                row.getBoolean("draining"),
                Columns.instant(row, "last_seen"));
    }
}
