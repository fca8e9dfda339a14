package dev.winslow.engine.pipeline;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PipelineRepository {
    private final JdbcClient jdbc;

    PipelineRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            PipelineService.Deployed deployed, String name, String description, Instant deployedAt, boolean retired) {}

    void insert(Row row, String xml) {
        jdbc.sql("""
                insert into pipeline (definition_id, pipeline_key, version, name, description, xml, deployed_at)
                values (:definitionId, :key, :version, :name, :description, :xml, :deployedAt)
                """)
                .param("definitionId", row.deployed().definitionId())
                .param("key", row.deployed().key())
                .param("version", row.deployed().version())
                .param("name", row.name())
                .param("description", row.description())
                .param("xml", xml)
                .param("deployedAt", time(row.deployedAt()))
                .update();
    }

    /** The newest version of every pipeline, by name. */
    List<Row> newestOfAll() {
        return jdbc.sql("""
                select * from pipeline p
                where version = (select max(q.version) from pipeline q where q.pipeline_key = p.pipeline_key)
                order by name, pipeline_key
                """).query(PipelineRepository::read).list();
    }

    Optional<Row> newest(String key) {
        return jdbc.sql("select * from pipeline where pipeline_key = :key order by version desc limit 1")
                .param("key", key)
                .query(PipelineRepository::read)
                .optional();
    }

    Optional<String> xml(String key, int version) {
        return jdbc.sql("select xml from pipeline where pipeline_key = :key and version = :version")
                .param("key", key)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    Optional<String> xml(String definitionId) {
        return jdbc.sql("select xml from pipeline where definition_id = :id")
                .param("id", definitionId)
                .query(String.class)
                .optional();
    }

    void setRetired(String key, boolean retired) {
        jdbc.sql("update pipeline set retired = :retired where pipeline_key = :key")
                .param("key", key)
                .param("retired", retired)
                .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                new PipelineService.Deployed(
                        row.getString("pipeline_key"), row.getInt("version"), row.getString("definition_id")),
                row.getString("name"),
                row.getString("description"),
                Columns.instant(row, "deployed_at"),
                row.getBoolean("retired"));
    }
}
