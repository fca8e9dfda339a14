package dev.winslow.engine.access;

import dev.winslow.api.access.AccessEntry;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.access.Holder;
import dev.winslow.api.access.Level;
import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.Ids;
import dev.winslow.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccessRepository {
    private final JdbcClient jdbc;

    AccessRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the project's own row says. */
    record Base(String owner, Everyone everyone) {}

    Optional<Base> base(UUID project) {
        return jdbc.sql("select owner, everyone from project where id = :id and deleted_at is null")
                .param("id", project)
                .query((row, n) -> new Base(row.getString("owner"), Everyone.valueOf(row.getString("everyone"))))
                .optional();
    }

    /** As {@link #base}, and nobody else changes the project before the transaction ends. */
    Optional<Base> lock(UUID project) {
        jdbc.sql("select id from project where id = :id for update")
                .param("id", project)
                .query(String.class)
                .optional();
        return base(project);
    }

    void update(UUID project, Base base) {
        jdbc.sql("update project set owner = :owner, everyone = :everyone where id = :id")
                .param("id", project)
                .param("owner", base.owner())
                .param("everyone", base.everyone().name())
                .update();
    }

    /** Owners first, then by name. */
    List<AccessEntry> entries(UUID project) {
        return jdbc
                .sql("""
                        select a.person, a.level, g.name from project_access a left join people_group g on g.id = a.group_id
                        where a.project_id = :project
                        """)
                .param("project", project)
                .query((row, n) -> {
                    Optional<Holder> person =
                            Optional.ofNullable(row.getString("person")).map(Holder::person);
                    Holder group = Holder.group(String.valueOf(row.getString("name")));
                    return new AccessEntry(person.orElse(group), Level.valueOf(row.getString("level")));
                })
                .list()
                .stream()
                .sorted(Comparator.comparing(AccessEntry::level)
                        .reversed()
                        .thenComparing(entry -> entry.holder().name())
                        .thenComparing(entry -> entry.holder().kind()))
                .toList();
    }

    void set(UUID project, Holder holder, Optional<UUID> group, Level level) {
        remove(project, holder);
        jdbc.sql("""
                insert into project_access (id, project_id, person, group_id, level) values (:id, :project, :person, :group, :level)
                """)
                .param("id", Ids.next())
                .param("project", project)
                .param("person", holder.kind() == Holder.Kind.PERSON ? holder.name() : null)
                .param("group", group.orElse(null))
                .param("level", level.name())
                .update();
    }

    void remove(UUID project, Holder holder) {
        String which = switch (holder.kind()) {
            case PERSON -> "person = :name";
            case GROUP -> "group_id in (select id from people_group where name = :name)";
        };
        jdbc.sql("delete from project_access where project_id = :project and " + which)
                .param("project", project)
                .param("name", holder.name())
                .update();
    }

    /** The name of a person or a program as it is kept: accounts have theirs in lower case. */
    Optional<String> known(String typed) {
        String name = typed.strip();
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .filter(this::isKnown)
                .findFirst();
    }

    /** As {@link #known}, and refuses a name that nobody has. */
    String requireKnown(String typed) {
        return known(typed)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID,
                        "There is no person or program \"" + typed.strip() + "\".",
                        "Give the name by which the person signs in, or that of a program's token."));
    }

    private boolean isKnown(String name) {
        return jdbc.sql("""
                        select (select count(*) from account where name = :name)
                          + (select count(*) from api_token where kind = 'USER' and account_id is null and subject = :name)
                        """).param("name", name).query(Integer.class).single() > 0;
    }

    boolean isDisabled(String name) {
        return jdbc.sql("select count(*) from account where name = :name and disabled")
                        .param("name", name)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether whoever has this name may do everything: a person as an administrator, or a program with such a token. */
    boolean isAdministrator(String name) {
        return jdbc.sql("""
                        select (select count(*) from account where name = :name and role = 'ADMINISTRATOR' and disabled = false)
                          + (select count(*) from api_token
                             where kind = 'USER' and account_id is null and subject = :name and role = 'ADMINISTRATOR')
                        """).param("name", name).query(Integer.class).single() > 0;
    }

    /** For a sentence: "anna, the group north and administrators". */
    String whoMay(UUID project, Right needed) {
        List<String> names = new ArrayList<>();
        base(project).map(Base::owner).filter(owner -> !owner.isEmpty()).ifPresent(names::add);
        entries(project).stream()
                .filter(entry -> entry.level().right().includes(needed))
                .map(entry -> entry.holder().toString())
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names.isEmpty() ? "administrators" : String.join(", ", names) + " and administrators";
    }
}
