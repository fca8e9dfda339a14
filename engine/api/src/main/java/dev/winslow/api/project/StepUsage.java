package dev.winslow.api.project;

import java.util.Optional;

/** What a step has left, or people have uploaded where it is absent: by how many attempts, in how many files and bytes. */
public record StepUsage(Optional<String> stepId, long attempts, long files, long bytes) {}
