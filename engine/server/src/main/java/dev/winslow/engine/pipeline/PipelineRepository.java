package dev.winslow.engine.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of pipelines. */
@Repository
class PipelineRepository {
    private static final String COLUMNS =
            "pipeline_key, version, definition_id, name, description, deployed_at, retired";

    private final JdbcClient jdbc;

    PipelineRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction at a time deploy: two servers that start deploy what comes with them at the same moment. */
    void lock() {
        jdbc.sql("select name from server_lock where name = 'pipelines' for update")
                .query(String.class)
                .single();
    }

    /** @param trialOf the key that the draft has; empty where it is none */
    void add(PipelineVersion version, String xml, String trialOf) {
        jdbc.sql("""
                        insert into pipeline
                            (pipeline_key, version, definition_id, name, description, deployed_at, retired, xml, trial_of)
                        values (:key, :version, :definition, :name, :description, :deployedAt, :retired, :xml, :trialOf)
                        """)
                .param("key", version.key())
                .param("version", version.version())
                .param("definition", version.definitionId())
                .param("name", version.name())
                .param("description", version.description())
                .param("deployedAt", Timestamp.from(version.deployedAt()))
                .param("retired", version.retired())
                .param("xml", xml)
                .param("trialOf", trialOf)
                .update();
    }

    /** The XML of all versions of a pipeline. */
    List<String> xmlOfAll(String key) {
        return jdbc.sql("select xml from pipeline where pipeline_key = :key")
                .param("key", key)
                .query(String.class)
                .list();
    }

    /** The XML of those versions of a pipeline that came with Winslow. */
    List<String> xmlOfBundled(String key) {
        return jdbc.sql("select xml from pipeline where pipeline_key = :key and bundled")
                .param("key", key)
                .query(String.class)
                .list();
    }

    void setBundled(PipelineVersion version) {
        jdbc.sql("update pipeline set bundled = true where pipeline_key = :key and version = :version")
                .param("key", version.key())
                .param("version", version.version())
                .update();
    }

    List<PipelineVersion> newestOfEach() {
        return newestOfEach("trial_of = ''");
    }

    List<PipelineVersion> newestOfTrials() {
        return newestOfEach("trial_of <> ''");
    }

    boolean isTrial(String key) {
        return jdbc.sql("select count(*) from pipeline where pipeline_key = :key and trial_of <> ''")
                        .param("key", key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Keys of trials that neither a project nor a run has. */
    List<String> unusedTrials() {
        return jdbc.sql("""
                        select distinct pipeline_key from pipeline l
                        where trial_of <> '' and not exists (select 1 from project p where p.pipeline_key = l.pipeline_key)
                          and not exists (select 1 from run r where r.pipeline_key = l.pipeline_key)
                        """).query(String.class).list();
    }

    void delete(String key) {
        jdbc.sql("delete from pipeline where pipeline_key = :key")
                .param("key", key)
                .update();
    }

    private List<PipelineVersion> newestOfEach(String condition) {
        return jdbc.sql("""
                        select %s from pipeline p
                        where version = (select max(version) from pipeline where pipeline_key = p.pipeline_key) and %s
                        order by name
                        """.formatted(COLUMNS, condition))
                .query((row, index) -> version(row))
                .list();
    }

    Optional<PipelineVersion> newest(String key) {
        return jdbc.sql("select %s from pipeline where pipeline_key = :key order by version desc limit 1"
                        .formatted(COLUMNS))
                .param("key", key)
                .query((row, index) -> version(row))
                .optional();
    }

    Optional<PipelineVersion> find(String key, int version) {
        return jdbc.sql("select %s from pipeline where pipeline_key = :key and version = :version".formatted(COLUMNS))
                .param("key", key)
                .param("version", version)
                .query((row, index) -> version(row))
                .optional();
    }

    List<PipelineVersion> versions(String key) {
        return jdbc.sql("select %s from pipeline where pipeline_key = :key order by version desc".formatted(COLUMNS))
                .param("key", key)
                .query((row, index) -> version(row))
                .list();
    }

    Optional<String> xml(String definitionId) {
        return jdbc.sql("select xml from pipeline where definition_id = :definition")
                .param("definition", definitionId)
                .query(String.class)
                .optional();
    }

    void setRetired(String key, boolean retired) {
        jdbc.sql("update pipeline set retired = :retired where pipeline_key = :key")
                .param("retired", retired)
                .param("key", key)
                .update();
    }

    private static PipelineVersion version(ResultSet row) throws SQLException {
        return new PipelineVersion(
                Objects.requireNonNull(row.getString("pipeline_key")),
                row.getInt("version"),
                Objects.requireNonNull(row.getString("definition_id")),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("description")),
                row.getTimestamp("deployed_at").toInstant(),
                row.getBoolean("retired"));
    }
}
