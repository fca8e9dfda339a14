package dev.winslow.api.worker;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an attempt was at what on its node, one after the other up to the report of its end; lengths, so that the node's clock may be wrong.
 *
 * @param preparing fetching its files and its image
 * @param running absent where its program was never started
 * @param handingOver sending what it left
 */
public record Phases(Duration preparing, Optional<Duration> running, Duration handingOver) {}
