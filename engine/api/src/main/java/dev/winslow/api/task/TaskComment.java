package dev.winslow.api.task;

import java.time.Instant;
import java.util.UUID;

/** What somebody wrote about a step of a run that waits, or waited, for a person. */
public record TaskComment(UUID id, String text, Instant writtenAt, String writtenBy) {}
