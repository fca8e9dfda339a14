package dev.winslow.engine.trial;

import dev.winslow.engine.database.Columns;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrialRepository {
    private final JdbcClient jdbc;

    TrialRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest project of this person whose pipeline is a trial of the one with this key. */
    Optional<UUID> projectOf(String draftedKey, String owner) {
        return jdbc.sql("""
                        select p.id from project p
                        where p.owner = :owner and p.deleted_at is null
                          and p.pipeline_key in (select l.pipeline_key from pipeline l where l.trial_of = :key)
                        order by p.id desc limit 1
                        """)
                .param("owner", owner)
                .param("key", draftedKey)
                .query((row, n) -> Columns.uuid(row, "id"))
                .optional();
    }
}
