package dev.winslow.engine.database;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.engine.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Says whether this is the one of several servers that does something for all. It leads for as long as it asks again in time; another takes over
 * {@link #TERM} after it was last heard of. A server that was stopped in the middle may act a moment longer than it leads: what is led has to
 * stand that.
 */
@Repository
public class Leadership {
    static final Duration TERM = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final UUID self = Ids.next();
    /** When the lead was asked for last, of what this server leads. */
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();

    Leadership(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks for, or holds on to, the lead of what this name stands for. Whoever has it keeps it for a while and need not ask each time. */
    public boolean leads(String name) {
        Instant now = clock.instant();
        if (Optional.ofNullable(asked.get(name)).filter(at -> isRecent(at, now)).isPresent()) {
            return true;
        }
        boolean leads = take(name, now);
        if (leads) {
            asked.put(name, now);
        } else {
            asked.remove(name);
        }
        return leads;
    }

    /** After that there is half of the term left to renew it. A clock that was set back tells nothing. */
    private static boolean isRecent(Instant at, Instant now) {
        return !now.isBefore(at) && now.isBefore(at.plus(TERM.dividedBy(2)));
    }

    private boolean take(String name, Instant now) {
        int taken = jdbc.sql("""
                        update leadership set holder = :self, expires_at = :end
                        where name = :name and (holder = :self or expires_at < :now)
                        """)
                .param("self", self)
                .param("end", time(now.plus(TERM)))
                .param("name", name)
                .param("now", time(now))
                .update();
        return taken == 1 || first(name, now);
    }

    /** Gives the lead back, so that another server need not wait for its end. */
    public void resign(String name) {
        asked.remove(name);
        jdbc.sql("delete from leadership where name = :name and holder = :self")
                .param("name", name)
                .param("self", self)
                .update();
    }

    private boolean first(String name, Instant now) {
        boolean held = !jdbc.sql("select name from leadership where name = :name")
                .param("name", name)
                .query(String.class)
                .list()
                .isEmpty();
        if (held) {
            return false;
        }
        try {
            jdbc.sql("insert into leadership (name, holder, expires_at) values (:name, :self, :end)")
                    .param("name", name)
                    .param("self", self)
                    .param("end", time(now.plus(TERM)))
                    .update();
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }
}
