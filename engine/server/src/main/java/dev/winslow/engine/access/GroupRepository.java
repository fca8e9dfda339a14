package dev.winslow.engine.access;

import dev.winslow.api.access.GroupView;
import dev.winslow.engine.database.Columns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GroupRepository {
    private final JdbcClient jdbc;

    GroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    List<GroupView> list() {
        record Member(UUID group, String person) {}
        Map<UUID, List<String>> members = jdbc
                .sql("select group_id, person from group_member order by person")
                .query((row, n) -> new Member(Columns.uuid(row, "group_id"), row.getString("person")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Member::group, Collectors.mapping(Member::person, Collectors.toList())));
        return jdbc.sql("""
                select g.id, g.name,
                  (select count(*) from project_access a join project p on p.id = a.project_id
                   where a.group_id = g.id and p.deleted_at is null) as projects
                from people_group g order by g.name
                """)
                .query((row, n) -> {
                    UUID id = Columns.uuid(row, "id");
                    return new GroupView(
                            id, row.getString("name"), members.getOrDefault(id, List.of()), row.getInt("projects"));
                })
                .list();
    }

    Optional<GroupView> find(UUID id) {
        return list().stream().filter(group -> group.id().equals(id)).findFirst();
    }

    Optional<UUID> find(String name) {
        return jdbc.sql("select id from people_group where name = :name")
                .param("name", name)
                .query((row, n) -> Columns.uuid(row, "id"))
                .optional();
    }

    void insert(UUID id, String name) {
        jdbc.sql("insert into people_group (id, name) values (:id, :name)")
                .param("id", id)
                .param("name", name)
                .update();
    }

    void rename(UUID id, String name) {
        jdbc.sql("update people_group set name = :name where id = :id")
                .param("id", id)
                .param("name", name)
                .update();
    }

    void members(UUID id, List<String> people) {
        jdbc.sql("delete from group_member where group_id = :id")
                .param("id", id)
                .update();
        people.forEach(person -> jdbc.sql("insert into group_member (group_id, person) values (:id, :person)")
                .param("id", id)
                .param("person", person)
                .update());
    }

    void delete(UUID id) {
        jdbc.sql("delete from people_group where id = :id").param("id", id).update();
    }

    /** In whose lists it stands. */
    List<UUID> projects(UUID id) {
        return jdbc.sql("select project_id from project_access where group_id = :id")
                .param("id", id)
                .query((row, n) -> Columns.uuid(row, "project_id"))
                .list();
    }
}
