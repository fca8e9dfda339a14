package dev.winslow.api.worker;

import dev.winslow.api.problem.Problem;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * How the server took one of several outcomes.
 *
 * @param problem why it was not taken: with 410 its lease has ended, with 503 it may be taken later, with others not as it is. Absent where it was
 *     taken, now or before
 */
public record OutcomeReceipt(UUID attemptId, Optional<Problem> problem) {
    public OutcomeReceipt {
        Objects.requireNonNull(attemptId);
        Objects.requireNonNull(problem);
    }
}
