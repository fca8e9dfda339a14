package dev.winslow.api.run;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;
import java.util.Optional;

/**
 * A new run of a project's pipeline in its newest version, with the run's own variables.
 *
 * @param step where it begins; the pipeline's beginning where absent
 * @param workspace what that step starts from; where absent, what the steps before it left in the project's last run
 * @param pauseAfter a step after which the run pauses
 * @param reuse whether stages take over earlier results where nothing has changed; they do where absent
 */
public record StartRun(
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> variables,
        Optional<String> step,
        Optional<WorkspaceChoice> workspace,
        Optional<String> pauseAfter,
        Optional<Boolean> reuse) {
    public StartRun {
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }

    public StartRun(
            Map<String, String> variables,
            Optional<String> step,
            Optional<WorkspaceChoice> workspace,
            Optional<String> pauseAfter) {
        this(variables, step, workspace, pauseAfter, Optional.empty());
    }

    public static StartRun with(Map<String, String> variables) {
        return new StartRun(variables, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
