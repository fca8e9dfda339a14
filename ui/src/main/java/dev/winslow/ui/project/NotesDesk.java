package dev.winslow.ui.project;

import dev.winslow.api.project.AddTodo;
import dev.winslow.api.project.ChangeNotes;
import dev.winslow.api.project.ChangeTodo;
import dev.winslow.api.project.NotesView;
import dev.winslow.api.project.TodoItem;
import dev.winslow.engine.project.ProjectNotes;
import dev.winslow.engine.project.TodoList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that notes and what is to do ask of the server. */
@Component
class NotesDesk {
    private final ProjectNotes notes;
    private final TodoList todo;

    NotesDesk(ProjectNotes notes, TodoList todo) {
        this.notes = notes;
        this.todo = todo;
    }

    NotesView notes(UUID project) {
        return notes.show(project);
    }

    NotesView write(UUID project, String text, Optional<Instant> seen) {
        return notes.change(project, new ChangeNotes(text, seen));
    }

    List<TodoItem> todo(UUID project) {
        return todo.show(project);
    }

    void add(UUID project, String text) {
        todo.add(project, new AddTodo(text));
    }

    void tick(UUID project, TodoItem item, boolean done) {
        todo.change(project, item.id(), new ChangeTodo(Optional.empty(), Optional.of(done), Optional.empty()));
    }

    void move(UUID project, TodoItem item, int place) {
        todo.change(project, item.id(), new ChangeTodo(Optional.empty(), Optional.empty(), Optional.of(place)));
    }

    void remove(UUID project, TodoItem item) {
        todo.remove(project, item.id());
    }
}
