package dev.winslow.engine.variable;

import dev.winslow.api.Paths;
import dev.winslow.api.history.EventView;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.api.variable.VariableView;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.project.ProjectService;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VariableController {
    private static final String OF_PROJECT = Paths.PROJECTS + "/{project}/variables";

    private final Variables variables;
    private final ProjectService projects;
    private final Events events;

    VariableController(Variables variables, ProjectService projects, Events events) {
        this.variables = variables;
        this.projects = projects;
        this.events = events;
    }

    @GetMapping(Paths.VARIABLES)
    List<VariableView> global() {
        return variables.global().views();
    }

    @Operation(
            summary = "Who changed a variable of all projects when, newest first; of secrets only that they changed.")
    @GetMapping(Paths.VARIABLES_HISTORY)
    List<EventView> globalHistory(@RequestParam Optional<Long> before, @RequestParam(defaultValue = "100") int limit) {
        return events.shared(before, Math.clamp(limit, 1, 1000)).stream()
                .map(Event::view)
                .toList();
    }

    @PutMapping(Paths.VARIABLES + "/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setGlobal(@PathVariable String name, @RequestBody SetVariable variable) {
        variables.setGlobal(name, variable);
    }

    @DeleteMapping(Paths.VARIABLES + "/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeGlobal(@PathVariable String name) {
        variables.removeGlobal(name);
    }

    /** The project's own, over those of all projects. */
    @GetMapping(OF_PROJECT)
    List<VariableView> ofProject(@PathVariable UUID project) {
        return variables.ofProject(projects.require(project)).views();
    }

    @PutMapping(OF_PROJECT + "/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable UUID project, @PathVariable String name, @RequestBody SetVariable variable) {
        projects.require(project);
        variables.set(project, name, variable);
    }

    @DeleteMapping(OF_PROJECT + "/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID project, @PathVariable String name) {
        projects.require(project);
        variables.remove(project, name);
    }
}
