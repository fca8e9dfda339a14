package dev.winslow.api.stage;

import java.time.Instant;
import java.util.UUID;

/**
 * A stage that waits for a node.
 *
 * @param reason why it waits, in a sentence
 */
public record WaitingStage(
        UUID runId,
        UUID projectId,
        String projectName,
        String stageId,
        String stageName,
        Instant since,
        String reason) {}
