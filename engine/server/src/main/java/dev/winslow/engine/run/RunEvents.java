package dev.winslow.engine.run;

import dev.winslow.api.history.EventKind;
import dev.winslow.engine.history.Events;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes down what happens to runs; the values of secrets stay out of it. */
@Component
class RunEvents {
    private final Events events;
    private final RunVariables variables;

    RunEvents(Events events, RunVariables variables) {
        this.events = events;
        this.variables = variables;
    }

    void tell(UUID run, EventKind kind, Map<String, String> details) {
        events.ofRun(run, kind, details);
    }

    void variables(Run run, Map<String, String> before, Map<String, String> changed) {
        if (!changed.isEmpty()) {
            events.variables(run.id(), before, changed, variables.levels(run).secrets());
        }
    }
}
