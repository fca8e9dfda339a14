package dev.winslow.engine.project;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventView;
import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.Events;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.PROJECTS)
class ProjectController {
    private final ProjectService projects;
    private final ProjectDeletion deletion;
    private final DeletionPreview preview;
    private final Events events;

    ProjectController(ProjectService projects, ProjectDeletion deletion, DeletionPreview preview, Events events) {
        this.projects = projects;
        this.deletion = deletion;
        this.preview = preview;
        this.events = events;
    }

    @GetMapping
    List<ProjectView> list(
            @RequestParam(defaultValue = "") Set<ProjectState> state,
            @RequestParam(defaultValue = "") Set<String> tag,
            @RequestParam Optional<String> pipeline,
            @RequestParam Optional<String> owner,
            @RequestParam Optional<String> q) {
        return projects.list(new ProjectFilter(state, tag, pipeline, owner, q), Viewer.current());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProjectView create(@RequestBody CreateProject request) {
        return projects.create(request);
    }

    @GetMapping("/{id}")
    ProjectView show(@PathVariable UUID id) {
        projects.require(id);
        return projects.find(id, Viewer.current()).orElseThrow();
    }

    @PatchMapping("/{id}")
    ProjectView change(@PathVariable UUID id, @RequestBody ChangeProject request) {
        return projects.change(id, request, Viewer.current());
    }

    /** How much would go with the project; nothing is changed. */
    @GetMapping("/{id}/deletion")
    DeletionView deletion(@PathVariable UUID id) {
        return preview.of(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        deletion.delete(id);
    }

    /** Who did what when, newest first: the newest events, or what came before the one with this id. */
    @GetMapping("/{id}/history")
    List<EventView> history(
            @PathVariable UUID id, @RequestParam Optional<Long> before, @RequestParam(defaultValue = "100") int limit) {
        projects.require(id);
        return events.history(id, before, Math.clamp(limit, 1, 1000)).stream()
                .map(Event::view)
                .toList();
    }
}
