package dev.winslow.api.project;

import java.util.UUID;

/**
 * What became of one project of many.
 *
 * @param sentence what was done, or why nothing was and what to do about it
 */
public record BulkResult(UUID projectId, boolean done, String sentence) {}
