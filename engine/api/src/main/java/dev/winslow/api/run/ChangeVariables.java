package dev.winslow.api.run;

import java.util.Map;

/** Variables of a run that change for the stages that start from now on. */
public record ChangeVariables(Map<String, String> variables) {
    public ChangeVariables {
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }
}
