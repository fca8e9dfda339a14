package dev.winslow.api.trigger;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;

/**
 * What a trigger is to be from now on. It stays of its kind and with its project.
 *
 * @param variables those with a new value; the others stay as they are
 * @param unset the names of those that it sets no longer
 */
public record ChangeTrigger(
        String name,
        TriggerSource source,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> variables,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> unset) {
    public ChangeTrigger {
        variables = variables == null ? Map.of() : Map.copyOf(variables);
        unset = unset == null ? List.of() : List.copyOf(unset);
    }
}
