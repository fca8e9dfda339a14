package dev.winslow.api.task;

import java.time.Instant;
import java.util.Optional;

/** @param seen when the draft that this one goes on from was saved; where another has been saved since, this one is refused */
public record SaveDraft(String content, Optional<Instant> seen) {}
