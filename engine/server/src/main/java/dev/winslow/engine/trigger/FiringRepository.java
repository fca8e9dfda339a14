package dev.winslow.engine.trigger;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of each time that a trigger fired. */
@Repository
class FiringRepository {
    private static final int LONGEST_SENTENCE = 2000;
    private static final int KEPT = 200;

    private final JdbcClient jdbc;

    FiringRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(FiringView firing, Optional<UUID> fileId) {
        jdbc.sql("""
                insert into trigger_firing (id, trigger_id, due_at, fired_at, outcome, file_id, project_id, run_id, sentence)
                values (:id, :triggerId, :dueAt, :firedAt, :outcome, :fileId, :projectId, :runId, :sentence)
                """)
                .param("id", firing.id())
                .param("triggerId", firing.triggerId())
                .param("dueAt", time(firing.dueAt()))
                .param("firedAt", time(firing.firedAt()))
                .param("outcome", firing.outcome().name())
                .param("fileId", fileId.orElse(null))
                .param("projectId", firing.projectId().orElse(null))
                .param("runId", firing.runId().orElse(null))
                .param("sentence", shortened(firing.sentence()))
                .update();
    }

    /** Forgets all but the newest; those of films stay, as they keep each from firing again. */
    void prune(UUID triggerId) {
        jdbc.sql("""
                delete from trigger_firing where trigger_id = :triggerId and file_id is null and id not in (
                  select id from trigger_firing where trigger_id = :triggerId order by fired_at desc, id desc limit :kept)
                """).param("triggerId", triggerId).param("kept", KEPT).update();
    }

    boolean isFired(UUID triggerId, UUID fileId) {
        return !jdbc.sql("select id from trigger_firing where trigger_id = :triggerId and file_id = :fileId")
                .param("triggerId", triggerId)
                .param("fileId", fileId)
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    /** Newest first. */
    List<FiringView> of(UUID triggerId) {
        return jdbc.sql("""
                select * from trigger_firing where trigger_id = :triggerId order by fired_at desc, id desc limit :kept
                """)
                .param("triggerId", triggerId)
                .param("kept", KEPT)
                .query(FiringRepository::read)
                .list();
    }

    /** Of each of these triggers the newest of those that were missed and the newest of all others. */
    List<FiringView> newest(List<UUID> triggerIds) {
        if (triggerIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select * from (
                  select f.*, row_number() over (
                    partition by trigger_id, case when outcome = 'MISSED' then 1 else 0 end order by fired_at desc, id desc) as place
                  from trigger_firing f where trigger_id in (:ids)) ranked
                where place = 1
                """)
                .param("ids", triggerIds)
                .query(FiringRepository::read)
                .list();
    }

    private static FiringView read(ResultSet row, int number) throws SQLException {
        return new FiringView(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "trigger_id"),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "fired_at"),
                FiringOutcome.valueOf(row.getString("outcome")),
                Columns.optionalUuid(row, "project_id"),
                Columns.optionalUuid(row, "run_id"),
                row.getString("sentence"));
    }

    private static String shortened(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE);
    }
}
