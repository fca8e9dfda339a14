package dev.winslow.api.worker;

import java.util.Objects;
import java.util.UUID;

/** How one of several attempts ended whose ends are reported together. */
public record AttemptOutcome(UUID attemptId, Outcome outcome) {
    public AttemptOutcome {
        Objects.requireNonNull(attemptId);
        Objects.requireNonNull(outcome);
    }
}
