package dev.winslow.api.trigger;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;

/** A new trigger, and the variables of the runs that it starts. */
public record CreateTrigger(
        String name,
        TriggerSource source,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> variables) {
    public CreateTrigger {
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }
}
