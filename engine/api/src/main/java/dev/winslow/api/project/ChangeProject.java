package dev.winslow.api.project;

import java.util.List;
import java.util.Optional;

/** What of a project shall change; absent parts stay. The pipeline can change while no run of the project is open. */
public record ChangeProject(
        Optional<String> name, Optional<String> pipelineKey, Optional<List<String>> tags, Optional<String> owner) {

    public static ChangeProject name(String name) {
        return new ChangeProject(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static ChangeProject pipeline(String key) {
        return new ChangeProject(Optional.empty(), Optional.of(key), Optional.empty(), Optional.empty());
    }

    public static ChangeProject tags(List<String> tags) {
        return new ChangeProject(Optional.empty(), Optional.empty(), Optional.of(tags), Optional.empty());
    }

    public static ChangeProject owner(String owner) {
        return new ChangeProject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(owner));
    }
}
