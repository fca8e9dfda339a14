package dev.winslow.engine.project;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.project.ChangeNotes;
import dev.winslow.api.project.NotesView;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.history.Actor;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people note down about a project. */
@Service
public class ProjectNotes {
    private static final int LONGEST = 100_000;

    private final ProjectService projects;
    private final NotesRepository notes;
    private final Events events;
    private final InstantSource clock;

    ProjectNotes(ProjectService projects, NotesRepository notes, Events events, InstantSource clock) {
        this.projects = projects;
        this.notes = notes;
        this.events = events;
        this.clock = clock;
    }

    public NotesView show(UUID project) {
        projects.require(project);
        return notes.notes(project);
    }

    @Transactional
    @Needs(Right.CHANGE)
    public NotesView change(UUID project, ChangeNotes request) {
        projects.requireLocked(project);
        NotesView before = notes.notes(project);
        check(before, request);
        if (!before.text().equals(request.text())) {
            notes.replaceNotes(
                    project, request.text(), clock.instant(), Actor.current().name());
            events.ofProject(project, EventKind.NOTES_CHANGED, Map.of());
        }
        return notes.notes(project);
    }

    private static void check(NotesView before, ChangeNotes request) {
        if (request.text().length() > LONGEST) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Notes have at most %d characters, but these have %d."
                            .formatted(LONGEST, request.text().length()),
                    "Keep longer texts as a file of the project.");
        }
        if (request.seen().isPresent() && !request.seen().equals(before.changedAt())) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "%s has changed these notes meanwhile."
                            .formatted(before.changedBy().orElse("Somebody")),
                    "Read them again, and bring both texts together.");
        }
    }
}
