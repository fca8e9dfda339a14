package dev.winslow.engine.log;

import dev.winslow.engine.database.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LogRepository {
    private final JdbcClient jdbc;

    LogRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many lines there are, which line the worker is to send next, and whether the log is at its end. */
    record Head(long next, long workerNext, boolean ended) {
        static final Head NONE = new Head(0, 0, false);
        /** To move so few lines costs as much as to move thousands: it can wait until the stages that follow are on their way. */
        private static final int FEW = 32;

        private static final Duration REST_OF_FEW = Duration.ofMinutes(10);

        /** Where to begin: a negative number counts from the end. */
        long number(long from) {
            return from < 0 ? Math.max(0, next + from) : from;
        }

        /** From when on it is to be archived; empty while more is to come. */
        private Optional<Instant> archiveAt(Instant now) {
            return ended ? Optional.of(next > FEW ? now : now.plus(REST_OF_FEW)) : Optional.empty();
        }
    }

    Head head(UUID attemptId) {
        return headOfLocked(attemptId).orElse(Head.NONE);
    }

    /** As {@link #lockHead}, for who holds the attempt already; empty before the first line. */
    Optional<Head> headOfLocked(UUID attemptId) {
        return jdbc.sql("select next_number, worker_next, ended from log_head where attempt_id = :id")
                .param("id", attemptId)
                .query((row, n) -> new Head(row.getLong(1), row.getLong(2), row.getBoolean(3)))
                .optional();
    }

    Map<UUID, Head> heads(Set<UUID> attemptIds) {
        Map<UUID, Head> heads = new HashMap<>();
        jdbc.sql("select attempt_id, next_number, worker_next, ended from log_head where attempt_id in (:ids)")
                .param("ids", attemptIds)
                .query(row -> {
                    heads.put(
                            Columns.uuid(row, "attempt_id"),
                            new Head(row.getLong(2), row.getLong(3), row.getBoolean(4)));
                });
        return heads;
    }

    boolean isKnown(UUID attemptId) {
        return holds("select id from attempt where id = :id", attemptId);
    }

    /**
     * As {@link #head}, and holds the log until the transaction ends. It is the attempt's row that is held: whoever ends an attempt holds it
     * already and then writes here, and every line's foreign key asks for it too, so that any other order could end in a deadlock.
     */
    Optional<Head> lockHead(UUID attemptId) {
        return holds("select id from attempt where id = :id for update", attemptId)
                ? headOfLocked(attemptId)
                : Optional.empty();
    }

    private boolean holds(String query, UUID attemptId) {
        return jdbc.sql(query)
                .param("id", attemptId)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** An ended log that grows has something to archive again; one that waits for that, or is being archived, keeps its time. */
    void write(UUID attemptId, Optional<Head> before, Head head, Instant now) {
        jdbc.sql(before.isPresent() ? """
                        update log_head
                        set next_number = :next, worker_next = :workerNext, ended = :ended,
                            archive_at = coalesce(archive_at, :archiveAt)
                        where attempt_id = :id
                        """ : """
                        insert into log_head (attempt_id, next_number, worker_next, ended, archive_at)
                        values (:id, :next, :workerNext, :ended, :archiveAt)
                        """)
                .param("id", attemptId)
                .param("next", head.next())
                .param("workerNext", head.workerNext())
                .param("ended", head.ended())
                .param("archiveAt", head.archiveAt(now).map(Columns::time).orElse(null))
                .update();
    }

    void insert(UUID attemptId, LogChunk chunk) {
        jdbc.sql("""
                insert into log_chunk (attempt_id, first_number, line_count, bytes) values (:id, :first, :count, :bytes)
                """)
                .param("id", attemptId)
                .param("first", chunk.firstNumber())
                .param("count", chunk.lines().size())
                .param("bytes", chunk.compress())
                .update();
    }

    /** Those that begin with this number or behind it. */
    void deleteChunks(UUID attemptId, long first) {
        jdbc.sql("delete from log_chunk where attempt_id = :id and first_number >= :first")
                .param("id", attemptId)
                .param("first", first)
                .update();
    }

    void deleteChunksBefore(UUID attemptId, long end) {
        jdbc.sql("delete from log_chunk where attempt_id = :id and first_number < :end")
                .param("id", attemptId)
                .param("end", end)
                .update();
    }

    /** The chunks that hold lines from {@code first} to before {@code end}. */
    List<StoredLines> chunks(UUID attemptId, long first, long end) {
        return jdbc.sql("""
                select first_number, line_count, bytes from log_chunk
                where attempt_id = :id and first_number < :end
                  and first_number >= (select coalesce(max(c.first_number), 0) from log_chunk c
                                       where c.attempt_id = :id and c.first_number <= :first)
                order by first_number
                """)
                .param("id", attemptId)
                .param("first", first)
                .param("end", end)
                .query((row, n) ->
                        new StoredLines(row.getLong(1), row.getInt(2), row.getBytes(3), LogChunk::decompress))
                .list();
    }
}
