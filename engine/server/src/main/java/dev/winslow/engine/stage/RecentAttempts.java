package dev.winslow.engine.stage;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.engine.access.Sight;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.database.Columns;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest attempts that ran on a node, by how near they are to the stage that an author works on: their logs show what its log is like. */
@Repository
public class RecentAttempts {
    private static final int MOST_OF_EACH = 12;

    private final JdbcClient jdbc;

    RecentAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How near an attempt is to a stage. */
    public enum Nearness {
        SAME_STAGE("%s and a.stage_id = :stage"),
        SAME_PIPELINE("%s and a.stage_id <> :stage"),
        ELSEWHERE("not %s");

        /** Trials of a pipeline are of it. */
        private static final String OF_PIPELINE =
                "(r.pipeline_key = :pipeline or r.pipeline_key in (select l.pipeline_key from pipeline l where l.trial_of = :pipeline))";

        private final String condition;

        Nearness(String condition) {
            this.condition = condition;
        }

        private String condition() {
            return condition.formatted(OF_PIPELINE);
        }
    }

    /** @param number which try at the stage it was, counting from 1 */
    public record Recent(
            UUID id,
            Nearness nearness,
            String project,
            String stage,
            int number,
            AttemptState state,
            Instant assignedAt) {}

    /** The nearest first, then the latest, of projects that the viewer may see. */
    public List<Recent> of(String pipelineKey, String stageId, Viewer viewer) {
        return Arrays.stream(Nearness.values())
                .flatMap(nearness -> find(nearness, pipelineKey, stageId, viewer).stream())
                .toList();
    }

    /** Ids rise with time, and have an index. */
    private List<Recent> find(Nearness nearness, String pipelineKey, String stageId, Viewer viewer) {
        return jdbc.sql("""
                        select a.id, a.stage_name, a.number, a.state, a.assigned_at, p.name from attempt a
                        join run r on r.id = a.run_id
                        join project p on p.id = r.project_id
                        where a.node_name <> '' and p.deleted_at is null and %s and %s
                        order by a.id desc limit %d
                        """.formatted(nearness.condition(), Sight.condition(viewer, "p"), MOST_OF_EACH))
                .param("pipeline", pipelineKey)
                .param("stage", stageId)
                .param("viewer", viewer.name())
                .query((row, n) -> new Recent(
                        Columns.uuid(row, "id"),
                        nearness,
                        row.getString("name"),
                        row.getString("stage_name"),
                        row.getInt("number"),
                        AttemptState.valueOf(row.getString("state")),
                        Columns.instant(row, "assigned_at")))
                .list();
    }
}
