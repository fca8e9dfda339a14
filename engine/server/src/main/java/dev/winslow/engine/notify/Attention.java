package dev.winslow.engine.notify;

import static dev.winslow.engine.database.Columns.time;

import dev.winslow.api.history.EventKind;
import dev.winslow.engine.Changes;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Sight;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.database.Columns;
import dev.winslow.engine.history.Event;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person should look at: failures and tasks of projects that they own or are named in, and tasks that somebody gave them. Of projects that are
 * merely open to all they are not told.
 */
@Service
public class Attention {
    /** An older failure is no news. */
    private static final Duration NEWS = Duration.ofDays(14);

    private static final Set<EventKind> TOLD =
            Set.of(EventKind.RUN_FAILED, EventKind.TASK_OPENED, EventKind.TASK_ASSIGNED);

    private final JdbcClient jdbc;
    private final ProjectAccess access;
    private final Changes changes;
    private final InstantSource clock;

    Attention(JdbcClient jdbc, ProjectAccess access, Changes changes, InstantSource clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.changes = changes;
        this.clock = clock;
    }

    /** Those of them that call for this person. Nothing is asked of the database where none of them could. */
    public List<Event> calling(List<Event> events, Viewer person) {
        List<Event> told = events.stream()
                .filter(event -> TOLD.contains(event.kind()))
                .filter(event -> event.kind() != EventKind.TASK_ASSIGNED || isGivenTo(person, event))
                .toList();
        if (told.isEmpty()) {
            return told;
        }
        Set<UUID> projects =
                told.stream().flatMap(event -> event.projectId().stream()).collect(Collectors.toSet());
        Set<UUID> own = own(projects, person);
        Set<UUID> seen = access.seen(projects, person);
        return told.stream()
                .filter(event -> event.projectId()
                        .filter(event.kind() == EventKind.TASK_ASSIGNED ? seen::contains : own::contains)
                        .isPresent())
                .toList();
    }

    /** In how many of the person's projects a run failed since the person was last there. */
    public int unreadFailures(Viewer person) {
        return jdbc.sql("""
                select count(distinct e.project_id) from event e join project p on p.id = e.project_id and p.deleted_at is null
                where e.kind = 'RUN_FAILED' and e.at > :since and %s
                  and e.id > coalesce((select m.reached from read_mark m where m.person = :viewer and m.project_id = p.id), 0)
                """.formatted(Sight.named("p")))
                .param("since", time(clock.instant().minus(NEWS)))
                .param("viewer", person.name())
                .query(Integer.class)
                .single();
    }

    /**
     * The person has seen what happened in the project until now. Says whether there was something new; pages are told then. Each statement stands for
     * itself: in a transaction the collision of two devices of one person would undo all of it.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean read(UUID project, Viewer person) {
        long newest = jdbc.sql(
                        "select coalesce(max(id), 0) from event where project_id = :project and kind = 'RUN_FAILED'")
                .param("project", project)
                .query(Long.class)
                .single();
        boolean fresh = newest > 0 && (moves(project, person, newest) || begins(project, person, newest));
        if (fresh) {
            changes.publish(project);
        }
        return fresh;
    }

    private boolean moves(UUID project, Viewer person, long newest) {
        return mark("""
                update read_mark set reached = :newest where person = :person and project_id = :project and reached < :newest
                """, project, person, newest);
    }

    private boolean begins(UUID project, Viewer person, long newest) {
        try {
            return mark("""
                    insert into read_mark (person, project_id, reached)
                    select :person, p.id, :newest from project p
                    where p.id = :project and not exists (select 1 from read_mark m where m.person = :person and m.project_id = :project)
                    """, project, person, newest);
        } catch (DuplicateKeyException another) {
            // The person's other device was quicker; what it has not seen yet is still news.
            return moves(project, person, newest);
        }
    }

    private boolean mark(String sql, UUID project, Viewer person, long newest) {
        return jdbc.sql(sql)
                        .param("newest", newest)
                        .param("person", person.name())
                        .param("project", project)
                        .update()
                > 0;
    }

    private Set<UUID> own(Set<UUID> projects, Viewer person) {
        return Set.copyOf(jdbc.sql("select p.id from project p where p.deleted_at is null and p.id in (:ids) and "
                        + Sight.named("p"))
                .param("ids", projects)
                .param("viewer", person.name())
                .query((row, n) -> Columns.uuid(row, "id"))
                .list());
    }

    /** By somebody else. */
    private static boolean isGivenTo(Viewer person, Event event) {
        return Objects.equals(event.details().get("new"), person.name())
                && !event.who().equals(person.name());
    }
}
