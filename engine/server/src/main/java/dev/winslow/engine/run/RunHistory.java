package dev.winslow.engine.run;

import dev.winslow.api.history.EventKind;
import dev.winslow.engine.history.Events;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes down what happens to runs, without the values of secrets. */
@Component
class RunHistory {
    private final Events events;
    private final RunVariables variables;

    RunHistory(Events events, RunVariables variables) {
        this.events = events;
        this.variables = variables;
    }

    void tell(UUID run, EventKind kind, Map<String, String> details) {
        events.ofRun(run, kind, details);
    }

    void removed(Run run, String name, String old) {
        events.variableOfRun(
                run.id(), name, old, variables.levels(run).secrets().contains(name));
    }

    void changed(Run run, Map<String, String> before, Map<String, String> changed) {
        if (!changed.isEmpty()) {
            Set<String> secrets = variables.levels(run).secrets();
            events.variables(run.id(), before, changed, secrets);
        }
    }
}
