package dev.winslow.api.task;

import java.time.Instant;

/** What somebody has begun to answer: a text that only pages and programs understand. A task has one at most. */
public record TaskDraft(String content, Instant savedAt, String savedBy) {}
