package dev.winslow.engine.project;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.project.AddTodo;
import dev.winslow.api.project.ChangeTodo;
import dev.winslow.api.project.TodoItem;
import dev.winslow.engine.Ids;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.history.Actor;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to do in a project, in the order that people give it. */
@Service
public class TodoList {
    private final ProjectService projects;
    private final NotesRepository notes;
    private final Events events;
    private final InstantSource clock;

    TodoList(ProjectService projects, NotesRepository notes, Events events, InstantSource clock) {
        this.projects = projects;
        this.notes = notes;
        this.events = events;
        this.clock = clock;
    }

    public List<TodoItem> show(UUID project) {
        projects.require(project);
        return notes.todo(project);
    }

    @Transactional
    @Needs(Right.CHANGE)
    public TodoItem add(UUID project, AddTodo request) {
        projects.requireLocked(project);
        Instant now = clock.instant();
        String who = Actor.current().name();
        TodoItem item = new TodoItem(Ids.next(), text(request.text()), false, now, who, now, who);
        notes.insert(project, item, notes.todo(project).size());
        tell(project, EventKind.TODO_ADDED, item);
        return item;
    }

    @Transactional
    @Needs(Right.CHANGE)
    public TodoItem change(UUID project, UUID id, ChangeTodo request) {
        TodoItem before = requireLocked(project, id);
        TodoItem after = new TodoItem(
                id,
                request.text().map(TodoList::text).orElse(before.text()),
                request.done().orElse(before.done()),
                before.createdAt(),
                before.createdBy(),
                clock.instant(),
                Actor.current().name());
        request.place().ifPresent(place -> move(project, before, place));
        if (!after.text().equals(before.text())) {
            tell(project, EventKind.TODO_CHANGED, after);
        }
        if (after.done() != before.done()) {
            tell(project, after.done() ? EventKind.TODO_DONE : EventKind.TODO_REOPENED, after);
        }
        boolean changes = !after.text().equals(before.text()) || after.done() != before.done();
        if (changes) {
            notes.update(after);
        }
        return changes ? after : before;
    }

    @Transactional
    @Needs(Right.CHANGE)
    public void remove(UUID project, UUID id) {
        TodoItem item = requireLocked(project, id);
        notes.delete(id);
        place(notes.todo(project));
        tell(project, EventKind.TODO_REMOVED, item);
    }

    private void move(UUID project, TodoItem item, int place) {
        List<TodoItem> order = new ArrayList<>(notes.todo(project));
        order.remove(item);
        order.add(Math.clamp(place, 0, order.size()), item);
        place(order);
    }

    private void place(List<TodoItem> order) {
        for (int i = 0; i < order.size(); i++) {
            notes.place(order.get(i).id(), i);
        }
    }

    private TodoItem requireLocked(UUID project, UUID id) {
        projects.requireLocked(project);
        return notes.todo(project).stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is nothing with the id " + id + " to do in this project.",
                        "List what is to do to find its id."));
    }

    private void tell(UUID project, EventKind kind, TodoItem item) {
        events.ofProject(project, kind, Map.of("text", item.text()));
    }

    private static String text(String text) {
        return ProjectFields.text(text, 1000, "What is to do has", "Say what is to do in a sentence.");
    }
}
