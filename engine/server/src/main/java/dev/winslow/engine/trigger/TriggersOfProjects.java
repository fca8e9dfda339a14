package dev.winslow.engine.trigger;

import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectParts;
import org.springframework.stereotype.Component;

/** A project that is deleted takes its triggers, with their tokens, along. */
@Component
class TriggersOfProjects implements ProjectParts {
    private final TriggerRepository triggers;
    private final TriggerService service;

    TriggersOfProjects(TriggerRepository triggers, TriggerService service) {
        this.triggers = triggers;
        this.service = service;
    }

    @Override
    public void discard(Project project) {
        triggers.ofProject(project.id()).forEach(trigger -> service.remove(trigger.id()));
    }
}
