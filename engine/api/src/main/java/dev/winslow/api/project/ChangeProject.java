package dev.winslow.api.project;

import java.util.List;
import java.util.Optional;

/** What of a project shall change; absent parts stay. */
public record ChangeProject(Optional<String> name, Optional<String> pipelineKey, Optional<List<String>> tags) {}
