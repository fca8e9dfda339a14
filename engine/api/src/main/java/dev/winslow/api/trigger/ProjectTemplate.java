package dev.winslow.api.trigger;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * The project that a trigger makes.
 *
 * @param name may contain {@code {file}} (the film's name without folder and ending) and {@code {date}} (the day of its arrival)
 */
public record ProjectTemplate(
        String name,
        String pipelineKey,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> tags) {
    public ProjectTemplate {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }
}
