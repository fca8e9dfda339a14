package dev.winslow.api.trigger;

import java.util.Map;

/** A new trigger, and the variables of the runs that it starts. */
public record CreateTrigger(String name, TriggerSource source, Map<String, String> variables) {
    public CreateTrigger {
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }
}
