package dev.winslow.api.project;

import java.time.Instant;
import java.util.Optional;

/**
 * The notes of a project as they shall be.
 *
 * @param seen the {@code changedAt} of the notes that were edited: where somebody has changed them since, nothing is overwritten
 */
public record ChangeNotes(String text, Optional<Instant> seen) {}
