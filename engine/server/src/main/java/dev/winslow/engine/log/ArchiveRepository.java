package dev.winslow.engine.log;

import dev.winslow.engine.artifact.NamedObjects;
import dev.winslow.engine.database.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which logs wait for their archiving, and where the lines of the others lie. */
@Repository
class ArchiveRepository implements NamedObjects {
    private static final Duration TERM = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ArchiveRepository(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where an attempt keeps what belongs to it. */
    record Place(UUID attemptId, UUID runId, String stageId, String bucket) {
        String key(long first, long end) {
            return "runs/%s/%s/%s/log/%012d-%012d.log.gz".formatted(runId, stageId, attemptId, first, end - 1);
        }
    }

    /** A piece of an object. */
    record Block(long first, int count, String bucket, String key, long offset, int length) {
        long end() {
            return first + count;
        }
    }

    /** Takes an ended log to archive, for a while; what a server left that died is taken again after that. */
    Optional<Place> claim() {
        List<UUID> due = due();
        while (!due.isEmpty()) {
            for (UUID attemptId : due) {
                if (claimed(attemptId)) {
                    Optional<Place> place = place(attemptId);
                    if (place.isPresent()) {
                        return place;
                    }
                    waitsNoLonger(attemptId);
                }
            }
            due = due();
        }
        return Optional.empty();
    }

    /** Asks one table alone, in the order of its index: in a join H2 begins with the projects and walks over all logs. */
    private List<UUID> due() {
        return jdbc.sql("""
                select attempt_id from log_head where archive_at <= :now order by archive_at nulls last limit 10
                """)
                .param("now", Columns.time(clock.instant()))
                .query(UUID.class)
                .list();
    }

    private boolean claimed(UUID attemptId) {
        Instant now = clock.instant();
        return jdbc.sql("update log_head set archive_at = :end where attempt_id = :id and archive_at <= :now")
                        .param("id", attemptId)
                        .param("end", Columns.time(now.plus(TERM)))
                        .param("now", Columns.time(now))
                        .update()
                == 1;
    }

    /** Empty where the project is being deleted, and its logs with it. */
    private Optional<Place> place(UUID attemptId) {
        return jdbc.sql("""
                select a.id, a.run_id, a.stage_id, p.bucket
                from attempt a join run r on r.id = a.run_id join project p on p.id = r.project_id
                where a.id = :id and p.deleted_at is null
                """)
                .param("id", attemptId)
                .query((row, n) -> new Place(
                        Columns.uuid(row, "id"), Columns.uuid(row, "run_id"), row.getString(3), row.getString(4)))
                .optional();
    }

    /** Holds on to a claim while a long log is archived. */
    void renew(UUID attemptId) {
        jdbc.sql("update log_head set archive_at = :end where attempt_id = :id and archive_at is not null")
                .param("id", attemptId)
                .param("end", Columns.time(clock.instant().plus(TERM)))
                .update();
    }

    void waitsNoLonger(UUID attemptId) {
        jdbc.sql("update log_head set archive_at = null where attempt_id = :id")
                .param("id", attemptId)
                .update();
    }

    /** Servers of an earlier version set no time for the logs that they end. One that is archived has no more lines in the database. */
    void findUntimed() {
        jdbc.sql("""
                update log_head set archive_at = :now
                where ended and archive_at is null and attempt_id in (select attempt_id from log_chunk)
                """).param("now", Columns.time(clock.instant())).update();
    }

    /** The number behind the last archived line. */
    long end(UUID attemptId) {
        return atOrBefore(attemptId, Long.MAX_VALUE).map(Block::end).orElse(0L);
    }

    Optional<Block> block(UUID attemptId, long number) {
        return atOrBefore(attemptId, number).filter(block -> block.end() > number);
    }

    private Optional<Block> atOrBefore(UUID attemptId, long number) {
        // Sorted by the attempt, too, so that H2 reads one row of the index, and not all that come before.
        return jdbc.sql("""
                select first_number, line_count, bucket, object_key, byte_offset, byte_length from log_block
                where attempt_id = :id and first_number <= :number order by attempt_id desc, first_number desc limit 1
                """)
                .param("id", attemptId)
                .param("number", number)
                .query((row, n) -> new Block(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getInt(6)))
                .optional();
    }

    void insert(UUID attemptId, Block block) {
        jdbc.sql("""
                insert into log_block (attempt_id, first_number, line_count, bucket, object_key, byte_offset, byte_length)
                values (:id, :first, :count, :bucket, :key, :offset, :length)
                """)
                .param("id", attemptId)
                .param("first", block.first())
                .param("count", block.count())
                .param("bucket", block.bucket())
                .param("key", block.key())
                .param("offset", block.offset())
                .param("length", block.length())
                .update();
    }

    @Override
    public Set<String> named(String bucket, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select distinct object_key from log_block where bucket = :bucket and object_key in (:keys)")
                .param("bucket", bucket)
                .param("keys", keys)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
