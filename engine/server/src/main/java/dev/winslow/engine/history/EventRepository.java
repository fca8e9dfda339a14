package dev.winslow.engine.history;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.history.EventKind;
import dev.winslow.engine.Ids;
import dev.winslow.engine.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class EventRepository {
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    /** By their names; a server of a newer version may have written others. */
    private static final Map<String, EventKind> KNOWN =
            Arrays.stream(EventKind.values()).collect(Collectors.toMap(EventKind::name, Function.identity()));

    private static final List<String> OF_THE_WORK = Arrays.stream(EventKind.values())
            .filter(kind -> !kind.administrative())
            .map(EventKind::name)
            .toList();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final UUID self = Ids.next();

    EventRepository(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void insert(Collection<Told> told, Instant at, Actor actor) {
        batches.batchUpdate("""
                insert into event (project_id, run_id, attempt_id, at, who, kind, details, writer)
                values (coalesce(cast(? as uuid), (select r.project_id from run r where r.id = ?)), ?, ?, ?,
                        coalesce((select n.name from node n where n.id = ?), ?), ?, ?, ?)
                """, told.stream().map(each -> row(each, at, actor)).toList());
    }

    private @Nullable Object[] row(Told told, Instant at, Actor actor) {
        Subject subject = told.subject();
        return new @Nullable Object[] {
            subject.project().orElse(null),
            subject.run().orElse(null),
            subject.run().orElse(null),
            subject.attempt().orElse(null),
            time(at),
            actor.node().orElse(null),
            actor.name(),
            told.kind().name(),
            json.writeValueAsString(told.details()),
            self
        };
    }

    /** Newest first, with what has concerned all projects since this one was created. */
    List<Event> before(UUID projectId, long id, int limit) {
        // Sorted by the project, too, so that H2 reads the newest of the index alone, and not all that ever happened in
        // it.
        return jdbc.sql("""
                select * from (
                  select * from (select * from event where project_id = :project and id < :id
                                 order by project_id desc, id desc limit :limit) own
                  union all
                  select * from (select * from event
                                 where project_id is null and kind in (:work) and id < :id and at >= (select p.created_at from project p where p.id = :project)
                                 order by id desc limit :limit) shared
                ) either order by id desc limit :limit
                """)
                .param("project", projectId)
                .param("work", OF_THE_WORK)
                .param("id", id)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** Of a run that began then, oldest first. Few events are of a rare kind, which is how they are found. */
    List<Event> ofRun(UUID runId, Instant begun, Set<EventKind> kinds) {
        return jdbc.sql("""
                select * from event where kind in (:kinds) and at >= :begun and run_id = :run order by id
                """)
                .param("kinds", kinds.stream().map(EventKind::name).toList())
                .param("begun", time(begun))
                .param("run", runId)
                .query(this::read)
                .list();
    }

    /** Of what concerns all projects, newest first. */
    List<Event> sharedBefore(long id, Set<EventKind> kinds, int limit) {
        return jdbc.sql("""
                select * from event where project_id is null and kind in (:kinds) and id < :id order by id desc limit :limit
                """)
                .param("kinds", kinds.stream().map(EventKind::name).toList())
                .param("id", id)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    List<EventFeed.Entry> after(long sequence, int limit) {
        return jdbc.sql("select * from event where sequence > :sequence order by sequence limit :limit")
                .param("sequence", sequence)
                .param("limit", limit)
                .query((row, number) -> {
                    long place = row.getLong("sequence");
                    return new EventFeed.Entry(place, read(row, Optional.of(place)));
                })
                .list();
    }

    /** The last number that was given, also where its event went with its project; a server of an older version beside this one gives numbers without noting them. */
    long newestSequence() {
        return jdbc.sql("""
                select greatest(newest, coalesce((select max(sequence) from event), 0)) from event_sequence
                """).query(Long.class).single();
    }

    /** Events that are committed and have no place in the sequence yet. */
    List<Long> withoutSequence(int limit) {
        return jdbc.sql("select id from event where sequence is null order by id limit :limit")
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** One server at a time continues the sequence, to the end of its transaction. */
    void lockSequence() {
        jdbc.sql("select name from server_lock where name = 'events' for update")
                .query(String.class)
                .single();
    }

    void continueSequence(List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        long newest = newestSequence();
        List<Object[]> places = new ArrayList<>();
        for (Long id : ids) {
            places.add(new Object[] {++newest, id});
        }
        batches.batchUpdate("update event set sequence = ? where id = ?", places);
        jdbc.sql("update event_sequence set newest = :newest")
                .param("newest", newest)
                .update();
    }

    /** All of a project but that it was deleted. */
    void forget(UUID projectId) {
        jdbc.sql("delete from event where project_id = :project and kind <> :kept")
                .param("project", projectId)
                .param("kept", EventKind.PROJECT_DELETED.name())
                .update();
    }

    private Event read(ResultSet row, int number) throws SQLException {
        return read(row, Optional.empty());
    }

    private Event read(ResultSet row, Optional<Long> sequence) throws SQLException {
        return new Event(
                row.getLong("id"),
                sequence,
                Columns.optionalUuid(row, "project_id"),
                Columns.optionalUuid(row, "run_id"),
                Columns.optionalUuid(row, "attempt_id"),
                Columns.instant(row, "at"),
                row.getString("who"),
                KNOWN.getOrDefault(row.getString("kind"), EventKind.OF_A_NEWER_VERSION),
                json.readValue(row.getString("details"), DETAILS),
                Columns.optionalUuid(row, "writer").equals(Optional.of(self)));
    }

    /** An event that is not written yet. */
    record Told(Subject subject, EventKind kind, Map<String, String> details) {}

    /** What an event is about; the project may be left to be found by the run. Nothing of all concerns all projects. */
    record Subject(Optional<UUID> project, Optional<UUID> run, Optional<UUID> attempt) {}
}
