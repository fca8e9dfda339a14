package dev.winslow.engine.trigger;

import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectParts;
import org.springframework.stereotype.Component;

/** A project that is deleted takes its triggers, with their tokens, along. */
@Component
class TriggersOfProjects implements ProjectParts {
    private final TriggerRepository triggers;
    private final TriggerLife life;

    TriggersOfProjects(TriggerRepository triggers, TriggerLife life) {
        this.triggers = triggers;
        this.life = life;
    }

    @Override
    public void discard(Project project) {
        triggers.allOf(project.id()).forEach(life::delete);
    }
}
