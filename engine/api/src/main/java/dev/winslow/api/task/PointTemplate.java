package dev.winslow.api.task;

import java.time.Instant;

/** Reference points of a place, for other films of it; the content is that of a reference-points file. */
public record PointTemplate(String name, String content, Instant savedAt, String savedBy) {}
