package dev.winslow.engine.access;

import static dev.winslow.engine.database.Columns.optionalUuid;

import dev.winslow.api.access.Right;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what somebody may do with a project, and refuses the rest. What may not be seen does not exist. */
@Component
public class ProjectAccess {
    private final JdbcClient jdbc;
    private final AccessRepository holders;

    ProjectAccess(JdbcClient jdbc, AccessRepository holders) {
        this.jdbc = jdbc;
        this.holders = holders;
    }

    /** What belongs to no project, such as a file of the pool, has none here, and may be changed by all. */
    private record Found(Optional<UUID> project, Right right) {}

    public Right of(UUID project, Viewer viewer) {
        return of(Subject.PROJECT, project, viewer);
    }

    public Right of(Subject subject, UUID id, Viewer viewer) {
        return find(subject, id, viewer).map(Found::right).orElse(Right.NONE);
    }

    public boolean sees(UUID project, Viewer viewer) {
        return of(project, viewer).includes(Right.SEE);
    }

    /** Those of them that the viewer may see. */
    public Set<UUID> seen(Collection<UUID> projects, Viewer viewer) {
        return having(Right.SEE, projects, viewer);
    }

    /** Those of them on which the viewer has this right. */
    public Set<UUID> having(Right right, Collection<UUID> projects, Viewer viewer) {
        if (viewer.all() || projects.isEmpty()) {
            return Set.copyOf(projects);
        }
        return jdbc
                .sql("select p.id as project_id, " + Sight.level(viewer, "p")
                        + " as level from project p where p.deleted_at is null and p.id in (:ids)")
                .param("ids", projects)
                .param("viewer", viewer.name())
                .query((row, n) -> new Found(optionalUuid(row, "project_id"), Sight.right(row, "level")))
                .list()
                .stream()
                .filter(found -> found.right().includes(right))
                .flatMap(found -> found.project().stream())
                .collect(Collectors.toSet());
    }

    public void require(UUID project, Right needed, Viewer viewer) {
        require(Subject.PROJECT, project, needed, viewer);
    }

    /** Nothing is refused to whoever may do all: that there is no such thing is then for others to say. */
    public void require(Subject subject, UUID id, Right needed, Viewer viewer) {
        if (viewer.all()) {
            return;
        }
        Found found = find(subject, id, viewer)
                .filter(known -> known.right().includes(Right.SEE))
                .orElseThrow(() -> unknown(subject, id));
        if (!found.right().includes(needed)) {
            throw refused(found.project().orElseThrow(), needed);
        }
    }

    private Optional<Found> find(Subject subject, UUID id, Viewer viewer) {
        return jdbc.sql("""
                select s.project_id, case when s.project_id is null then 3 when p.id is null then 0 else %s end as level
                from (%s) s left join project p on p.id = s.project_id and p.deleted_at is null
                """.formatted(Sight.level(viewer, "p"), subject.query()))
                .param("id", id)
                .param("viewer", viewer.name())
                .query((row, n) -> new Found(optionalUuid(row, "project_id"), Sight.right(row, "level")))
                .optional();
    }

    private static ProblemException unknown(Subject subject, UUID id) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "There is no " + subject.word() + " " + id + ".",
                "List the " + (subject == Subject.PROJECT ? "projects" : "project's " + plural(subject))
                        + " to find its id.");
    }

    private static String plural(Subject subject) {
        return subject == Subject.STUDY ? "studies" : subject.word() + "s";
    }

    private ProblemException refused(UUID project, Right needed) {
        return new ProblemException(
                ProblemType.FORBIDDEN,
                "Only " + holders.whoMay(project, needed) + " may " + what(needed) + ".",
                "Ask one of them to do it, or to give you access.");
    }

    private static String what(Right needed) {
        return switch (needed) {
            case NONE, SEE -> "see this project";
            case TAKE_PART -> "answer and comment on tasks of this project";
            case CHANGE -> "change this project";
            case OWN -> "delete this project and say who has access";
        };
    }
}
