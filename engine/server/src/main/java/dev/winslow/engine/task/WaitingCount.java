package dev.winslow.engine.task;

import dev.winslow.api.access.Right;
import dev.winslow.engine.access.Sight;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.flowable.OpenTasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what waits for a person in one query: every open page asks for it again and again. */
@Repository
class WaitingCount {
    private final JdbcClient jdbc;

    WaitingCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What people said of who does a task counts before what the pipeline says. */
    int of(Viewer viewer) {
        return jdbc.sql("""
                select count(*) from (
                  %s
                  union all
                  select q.id, q.run_id, null as assignee from question q where q.closed_at is null
                ) o
                join run r on r.id = o.run_id
                join project p on p.id = r.project_id and p.deleted_at is null
                left join task_care c on c.task_id = o.id
                where coalesce(case when c.task_id is null then o.assignee else c.assignee end, '') in ('', :viewer)
                  and %s
                """.formatted(OpenTasks.QUERY, Sight.condition(Right.TAKE_PART, viewer, "p")))
                .param("viewer", viewer.name())
                .query(Integer.class)
                .single();
    }
}
