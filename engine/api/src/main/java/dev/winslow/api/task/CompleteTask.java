package dev.winslow.api.task;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;

/**
 * A person's answer: variables for the run, and text files (by path) for the workspace, such as {@code reference-points.json}.
 * A review answers with the variable that its gateway reads, {@code decision} = {@code approve} or {@code redo}.
 */
public record CompleteTask(
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> variables,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> files) {
    public CompleteTask {
        variables = Map.copyOf(variables);
        files = Map.copyOf(files);
    }
}
