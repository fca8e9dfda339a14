package dev.winslow.api.project;

import java.time.Instant;
import java.util.UUID;

/** Something to do in a project. */
public record TodoItem(
        UUID id, String text, boolean done, Instant createdAt, String createdBy, Instant changedAt, String changedBy) {}
