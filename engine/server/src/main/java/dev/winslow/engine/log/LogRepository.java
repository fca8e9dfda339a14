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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LogRepository {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    LogRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
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
        jdbc.sql("select attempt_id, next_number, worker_next, ended from log_head where attempt_id = any(:ids)")
                .param("ids", Columns.ids(attemptIds))
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
    void write(Set<UUID> known, Map<UUID, Head> heads, Instant now) {
        Map<Boolean, List<@Nullable Object[]>> byKnown = heads.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        head -> known.contains(head.getKey()),
                        Collectors.mapping(head -> row(head.getKey(), head.getValue(), now), Collectors.toList())));
        update("""
                update log_head
                set next_number = ?, worker_next = ?, ended = ?, archive_at = coalesce(archive_at, ?)
                where attempt_id = ?
                """, byKnown.getOrDefault(true, List.of()));
        update("""
                insert into log_head (next_number, worker_next, ended, archive_at, attempt_id) values (?, ?, ?, ?, ?)
                """, byKnown.getOrDefault(false, List.of()));
    }

    private static @Nullable Object[] row(UUID attemptId, Head head, Instant now) {
        return new @Nullable Object[] {
            head.next(),
            head.workerNext(),
            head.ended(),
            head.archiveAt(now).map(Columns::time).orElse(null),
            attemptId
        };
    }

    /** Lines of an attempt. */
    record ChunkOfLog(UUID attemptId, LogChunk chunk) {}

    void insert(List<ChunkOfLog> chunks) {
        update(
                "insert into log_chunk (attempt_id, first_number, line_count, bytes) values (?, ?, ?, ?)",
                chunks.stream()
                        .map(of -> new @Nullable Object[] {
                            of.attemptId(),
                            of.chunk().firstNumber(),
                            of.chunk().lines().size(),
                            of.chunk().compress()
                        })
                        .toList());
    }

    private void update(String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows);
        }
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
