package dev.winslow.api.project;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/** A new project: a name and the key of an existing pipeline. */
public record CreateProject(
        String name,
        String pipelineKey,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> tags) {
    public CreateProject {
        tags = List.copyOf(tags);
    }
}
