package dev.winslow.api.run;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;
import java.util.Optional;

/**
 * Goes on at another step: an earlier one (redo), a later one, or the same again.
 *
 * @param to a stage, a user task, or the gateway of a fork, which begins all its branches
 * @param variables that change for what follows
 * @param workspace what the step starts from; where absent the same as its latest attempt, or else what the steps before it left
 * @param pauseAfter a step after which the run pauses
 */
public record Jump(
        String to,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> variables,
        Optional<WorkspaceChoice> workspace,
        Optional<String> pauseAfter) {
    public Jump {
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }

    public static Jump to(String step) {
        return new Jump(step, Map.of(), Optional.empty(), Optional.empty());
    }
}
