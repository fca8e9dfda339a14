package dev.winslow.engine.trace;

import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.worker.Phases;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An attempt as its trace tells of it.
 *
 * @param jobId the passage of the run through the stage that it belongs to
 * @param queuedAt not known of attempts that began under an earlier version
 */
record TracedAttempt(
        UUID id,
        String jobId,
        Stage stage,
        String node,
        Optional<Instant> queuedAt,
        Instant assignedAt,
        AttemptState state,
        Optional<End> end) {

    /** The stage, and which try at it this is. */
    record Stage(String id, String name, int number) {}

    record End(Instant at, Optional<Integer> exitCode, Optional<String> reason, Optional<Phases> phases) {}
}
