package dev.winslow.engine.project;

import dev.winslow.api.Paths;
import dev.winslow.api.project.AddTodo;
import dev.winslow.api.project.ChangeNotes;
import dev.winslow.api.project.ChangeTodo;
import dev.winslow.api.project.NotesView;
import dev.winslow.api.project.TodoItem;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes and to-do list of a project. */
@RestController
@RequestMapping(Paths.PROJECTS + "/{projectId}")
class NotesController {
    private final ProjectNotes notes;
    private final TodoList todo;

    NotesController(ProjectNotes notes, TodoList todo) {
        this.notes = notes;
        this.todo = todo;
    }

    @GetMapping("/notes")
    NotesView notes(@PathVariable UUID projectId) {
        return notes.show(projectId);
    }

    @PutMapping("/notes")
    NotesView change(@PathVariable UUID projectId, @RequestBody ChangeNotes request) {
        return notes.change(projectId, request);
    }

    @GetMapping("/todo")
    List<TodoItem> todo(@PathVariable UUID projectId) {
        return todo.show(projectId);
    }

    @PostMapping("/todo")
    @ResponseStatus(HttpStatus.CREATED)
    TodoItem add(@PathVariable UUID projectId, @RequestBody AddTodo request) {
        return todo.add(projectId, request);
    }

    @PatchMapping("/todo/{id}")
    TodoItem change(@PathVariable UUID projectId, @PathVariable UUID id, @RequestBody ChangeTodo request) {
        return todo.change(projectId, id, request);
    }

    @DeleteMapping("/todo/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID projectId, @PathVariable UUID id) {
        todo.remove(projectId, id);
    }
}
