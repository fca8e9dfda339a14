package dev.winslow.engine.study;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.study.ParameterValues;
import dev.winslow.engine.database.Columns;
import dev.winslow.engine.study.Study.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class StudyRepository {
    private static final TypeReference<List<ParameterValues>> PARAMETERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StudyRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Study study) {
        jdbc.sql("""
                insert into study (id, project_id, name, parameters, fixed, created_at, created_by)
                values (:id, :projectId, :name, :parameters, :fixed, :createdAt, :createdBy)
                """)
                .param("id", study.id())
                .param("projectId", study.projectId())
                .param("name", study.name())
                .param("parameters", json.writeValueAsString(study.parameters()))
                .param("fixed", json.writeValueAsString(study.fixed()))
                .param("createdAt", time(study.createdAt()))
                .param("createdBy", study.createdBy())
                .update();
    }

    void insert(UUID study, Member member) {
        jdbc.sql("""
                insert into study_run (study_id, number, run_id, parameters) values (:study, :number, :run, :parameters)
                """)
                .param("study", study)
                .param("number", member.number())
                .param("run", member.runId())
                .param("parameters", json.writeValueAsString(member.parameters()))
                .update();
    }

    Optional<Study> find(UUID id) {
        return jdbc.sql("""
                select s.* from study s join project p on p.id = s.project_id where s.id = :id and p.deleted_at is null
                """).param("id", id).query(this::read).optional();
    }

    /** Newest first. */
    List<Study> ofProject(UUID projectId) {
        return jdbc.sql("select * from study where project_id = :project order by created_at desc, id desc")
                .param("project", projectId)
                .query(this::read)
                .list();
    }

    /** By study, in the order of their numbers. */
    Map<UUID, List<Member>> members(Collection<UUID> studies) {
        record Row(UUID study, Member member) {}
        return studies.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from study_run where study_id in (:studies) order by study_id, number")
                        .param("studies", studies)
                        .query((row, n) -> new Row(
                                Columns.uuid(row, "study_id"),
                                new Member(
                                        row.getInt("number"),
                                        Columns.uuid(row, "run_id"),
                                        json.readValue(row.getString("parameters"), VALUES))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Row::study, Collectors.mapping(Row::member, Collectors.toList())));
    }

    private Study read(ResultSet row, int number) throws SQLException {
        return new Study(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "project_id"),
                row.getString("name"),
                json.readValue(row.getString("parameters"), PARAMETERS),
                json.readValue(row.getString("fixed"), VALUES),
                Columns.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
