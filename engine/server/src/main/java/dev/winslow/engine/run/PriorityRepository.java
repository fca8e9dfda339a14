package dev.winslow.engine.run;

import dev.winslow.engine.database.Columns;
import dev.winslow.engine.run.Priorities.Standing;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PriorityRepository {
    private final JdbcClient jdbc;

    PriorityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Standing> standings(Collection<UUID> runIds) {
        return standings(runIds, "");
    }

    Map<UUID, Standing> standingsOfMoving(Collection<UUID> runIds) {
        return standings(runIds, " and not r.paused and r.ended_at is null");
    }

    private Map<UUID, Standing> standings(Collection<UUID> runIds, String condition) {
        Map<UUID, Standing> standings = new HashMap<>();
        if (!runIds.isEmpty()) {
            // Not by any(): H2 would compare each row that it finds with all of them.
            jdbc.sql("""
                    select r.id, p.id as project, p.owner, coalesce(r.priority, p.priority) as priority, r.pipeline_key
                    from unnest(cast(:ids as uuid array)) wanted (id)
                    join run r on r.id = wanted.id join project p on p.id = r.project_id
                    where true
                    """ + condition).param("ids", Columns.ids(runIds)).query(row -> {
                standings.put(
                        Columns.uuid(row, "id"),
                        new Standing(
                                Columns.uuid(row, "project"),
                                row.getString("owner"),
                                row.getInt("priority"),
                                row.getString("pipeline_key")));
            });
        }
        return standings;
    }

    int ofProject(UUID id) {
        return jdbc.sql("select priority from project where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    Optional<Integer> ofRun(UUID id) {
        return jdbc.sql("select priority from run where id = :id and priority is not null")
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    void setOfProject(UUID id, int priority) {
        jdbc.sql("update project set priority = :priority where id = :id")
                .param("id", id)
                .param("priority", priority)
                .update();
    }

    void setOfRun(UUID id, Optional<Integer> priority) {
        jdbc.sql("update run set priority = :priority where id = :id")
                .param("id", id)
                .param("priority", priority.orElse(null), java.sql.Types.INTEGER)
                .update();
    }
}
