package dev.winslow.api.stage;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an attempt or a run has run, and how much longer it will.
 *
 * @param running to its end where it has ended
 * @param left an estimate from progress and from how long it took before; absent where there is nothing to estimate from, or nothing left
 */
public record Timing(Duration running, Optional<Duration> left) {}
