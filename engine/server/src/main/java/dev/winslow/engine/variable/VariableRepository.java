package dev.winslow.engine.variable;

import static dev.winslow.engine.database.Columns.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VariableRepository {
    private final JdbcClient jdbc;

    VariableRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Variable> of(String scope) {
        return of(List.of(scope)).getOrDefault(scope, List.of());
    }

    /** By scope, without those that have none. */
    Map<String, List<Variable>> of(Collection<String> scopes) {
        Map<String, List<Variable>> found = new HashMap<>();
        jdbc.sql("select scope, name, content, secret from variable where scope in (:scopes) order by name")
                .param("scopes", scopes)
                .query(row -> {
                    found.computeIfAbsent(row.getString("scope"), scope -> new ArrayList<>())
                            .add(new Variable(
                                    row.getString("name"), row.getString("content"), row.getBoolean("secret")));
                });
        return found;
    }

    /** Names that any project, or all, call secret. */
    Set<String> secrets() {
        return Set.copyOf(jdbc.sql("select distinct name from variable where secret")
                .query(String.class)
                .list());
    }

    void put(String scope, Variable variable, Instant now) {
        remove(scope, variable.name());
        jdbc.sql("""
                insert into variable (scope, name, content, secret, changed_at) values (:scope, :name, :value, :secret, :now)
                """)
                .param("scope", scope)
                .param("name", variable.name())
                .param("value", variable.value())
                .param("secret", variable.secret())
                .param("now", time(now))
                .update();
    }

    boolean remove(String scope, String name) {
        return jdbc.sql("delete from variable where scope = :scope and name = :name")
                        .param("scope", scope)
                        .param("name", name)
                        .update()
                > 0;
    }

    void removeAll(String scope) {
        jdbc.sql("delete from variable where scope = :scope")
                .param("scope", scope)
                .update();
    }
}
