package dev.winslow.engine.run;

import dev.winslow.api.Paths;
import dev.winslow.api.run.PriorityView;
import dev.winslow.api.run.SetPriority;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PriorityController {
    private final Priorities priorities;

    PriorityController(Priorities priorities) {
        this.priorities = priorities;
    }

    @GetMapping(Paths.PROJECT_PRIORITY)
    PriorityView ofProject(@PathVariable UUID id) {
        return priorities.ofProject(id);
    }

    @PutMapping(Paths.PROJECT_PRIORITY)
    PriorityView setOfProject(@PathVariable UUID id, @RequestBody SetPriority request) {
        priorities.setOfProject(id, request.priority());
        return priorities.ofProject(id);
    }

    @GetMapping(Paths.RUN_PRIORITY)
    PriorityView ofRun(@PathVariable UUID id) {
        return priorities.ofRun(id);
    }

    @PutMapping(Paths.RUN_PRIORITY)
    PriorityView setOfRun(@PathVariable UUID id, @RequestBody SetPriority request) {
        priorities.setOfRun(id, request.priority());
        return priorities.ofRun(id);
    }
}
