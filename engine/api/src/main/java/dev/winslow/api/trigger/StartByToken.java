package dev.winslow.api.trigger;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;

/** Starts a run of a project by a trigger's token, with variables beside those of the trigger, or in their place. */
public record StartByToken(
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> variables) {
    public StartByToken {
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }
}
