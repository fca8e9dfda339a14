package dev.winslow.api.stage;

import java.time.Instant;
import java.util.UUID;

/**
 * A stage that waits for a node.
 *
 * @param runId {@link #HIDDEN} where the project may not be seen, as the project's id then
 * @param reason why it waits, in a sentence
 */
public record WaitingStage(
        UUID runId,
        UUID projectId,
        String projectName,
        String stageId,
        String stageName,
        Instant since,
        String reason) {
    /** Stands for what may not be known. */
    public static final UUID HIDDEN = new UUID(0, 0);
}
