package dev.winslow.ui.notify;

import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.RuleView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.notify.Owner;
import dev.winslow.engine.notify.RuleService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.LiveUpdates;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that rules ask of the server. */
@Component
public class RuleDesk {
    private final RuleService rules;
    private final ProjectService projects;
    private final LiveUpdates live;

    RuleDesk(RuleService rules, ProjectService projects, LiveUpdates live) {
        this.rules = rules;
        this.projects = projects;
        this.live = live;
    }

    LiveUpdates live() {
        return live;
    }

    boolean sendsMail() {
        return rules.sendsMail();
    }

    List<ProjectView> projects() {
        return projects.list(Person.viewer());
    }

    List<RuleView> list(Owner owner) {
        return rules.list(owner, Person.viewer());
    }

    CreatedRule create(Owner owner, CreateRule rule) {
        return rules.create(owner, rule, Person.viewer());
    }

    RuleView change(Owner owner, UUID id, CreateRule rule) {
        return rules.change(owner, id, rule, Person.viewer());
    }

    CreatedRule replaceSecret(Owner owner, UUID id) {
        return rules.replaceSecret(owner, id, Person.viewer());
    }

    void enable(Owner owner, UUID id) {
        rules.enable(owner, id, Person.viewer());
    }

    void disable(Owner owner, UUID id) {
        rules.disable(owner, id, Person.viewer());
    }

    void remove(Owner owner, UUID id) {
        rules.remove(owner, id, Person.viewer());
    }

    void restore(Owner owner, UUID id) {
        rules.restore(owner, id, Person.viewer());
    }
}
