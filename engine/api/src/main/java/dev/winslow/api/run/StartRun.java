package dev.winslow.api.run;

import java.util.Map;

/** A new run of a project's pipeline in its newest version, with the run's own variables. */
public record StartRun(Map<String, String> variables) {
    public StartRun {
        variables = Map.copyOf(variables);
    }
}
