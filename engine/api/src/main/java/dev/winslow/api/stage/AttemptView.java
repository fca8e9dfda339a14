package dev.winslow.api.stage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One try at a stage.
 *
 * @param reason why it ended as it did, in a sentence; absent while it runs and after success
 * @param nodeName absent where it took over an earlier result
 * @param environment the variables it ran with, without secrets
 */
public record AttemptView(
        UUID id,
        UUID runId,
        String stageId,
        String stageName,
        int number,
        AttemptState state,
        Optional<String> nodeName,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<Integer> exitCode,
        Optional<String> reason,
        List<Progress> progress,
        int warnings,
        String image,
        List<String> arguments,
        Map<String, String> environment,
        Optional<Reuse> reuse,
        Timing timing) {}
