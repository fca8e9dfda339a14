package dev.winslow.api.stage;

import java.util.Optional;
import java.util.UUID;

/**
 * Whether an attempt took over an earlier result instead of running.
 *
 * @param from the attempt whose result it took over; absent where it ran
 * @param sentence why the one or the other
 */
public record Reuse(Optional<UUID> from, String sentence) {}
