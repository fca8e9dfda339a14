package dev.winslow.api.run;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;

/** Variables of a run that change for the stages that start from now on. */
public record ChangeVariables(
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> variables) {
    public ChangeVariables {
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }
}
