package dev.winslow.api.project;

import java.time.Instant;
import java.util.Optional;

/** The notes of a project, and who changed them last. */
public record NotesView(String text, Optional<Instant> changedAt, Optional<String> changedBy) {}
