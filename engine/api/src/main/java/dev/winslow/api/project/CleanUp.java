package dev.winslow.api.project;

import java.util.Optional;

/**
 * Which attempts of a project give up their files: each that one of the rules names. What a present run goes on from, and what the newest completion
 * of a stage left, stays in any case.
 *
 * @param keepLast of each stage all attempts but so many, the last ones
 * @param failed those that failed, were aborted or lost
 * @param discardable those at stages that their pipeline calls discardable
 * @param dryRun only tell what would go
 */
public record CleanUp(Optional<Integer> keepLast, boolean failed, boolean discardable, boolean dryRun) {}
