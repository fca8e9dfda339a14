package dev.winslow.api.project;

import java.util.List;

/** A new project: a name and the key of an existing pipeline. */
public record CreateProject(String name, String pipelineKey, List<String> tags) {
    public CreateProject {
        tags = List.copyOf(tags);
    }
}
