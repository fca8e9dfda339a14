package dev.winslow.api.task;

import java.util.List;
import java.util.Optional;

/**
 * A field of a form.
 *
 * @param variable the variable that the answer sets
 * @param type string, number, boolean or choice
 * @param choices the values to choose from, where type is choice
 */
public record TaskField(
        String variable, String label, String type, boolean required, Optional<String> value, List<String> choices) {
    public TaskField {
        choices = List.copyOf(choices);
    }
}
