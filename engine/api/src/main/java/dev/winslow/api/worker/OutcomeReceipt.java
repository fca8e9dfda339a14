package dev.winslow.api.worker;

import dev.winslow.api.problem.Problem;
import java.util.Optional;
import java.util.UUID;

/**
 * How the server took one of several outcomes.
 *
 * @param problem what the report would have been answered with alone; absent where it was taken
 */
public record OutcomeReceipt(UUID attemptId, Optional<Problem> problem) {}
