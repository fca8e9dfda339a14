package dev.winslow.api.run;

import java.util.Optional;

/**
 * Takes a run to another version of its pipeline.
 *
 * @param version the newest where absent
 */
public record MigrateRun(Optional<Integer> version) {}
