package dev.winslow.api.study;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.winslow.api.run.WorkspaceChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run for each combination of the parameters' values, all of them beside the project's own run.
 *
 * @param name where absent, the parameters' names
 * @param variables that are the same in all runs
 * @param step where the runs begin; the pipeline's beginning where absent
 * @param workspace what that step starts from; where absent, what the steps before it left in the project's last run
 * @param pauseAfter a step after which each run pauses
 */
public record StartStudy(
        Optional<String> name,
        List<Parameter> parameters,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> variables,
        Optional<String> step,
        Optional<WorkspaceChoice> workspace,
        Optional<String> pauseAfter) {
    public StartStudy {
        parameters = List.copyOf(parameters);
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }

    public static StartStudy over(Parameter... parameters) {
        return new StartStudy(
                Optional.empty(), List.of(parameters), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
