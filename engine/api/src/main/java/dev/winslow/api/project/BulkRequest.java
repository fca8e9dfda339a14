package dev.winslow.api.project;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One action for many projects.
 *
 * @param tags to add or to take away
 * @param variables for runs that are started or resumed
 */
public record BulkRequest(
        List<UUID> ids,
        BulkAction action,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> tags,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> variables) {
    public BulkRequest {
        ids = List.copyOf(ids);
        tags = tags == null ? List.of() : List.copyOf(tags);
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }
}
