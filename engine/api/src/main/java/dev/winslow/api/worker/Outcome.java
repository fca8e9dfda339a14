package dev.winslow.api.worker;

import dev.winslow.api.stage.AttemptState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an attempt ended.
 *
 * @param state SUCCEEDED, FAILED or ABORTED
 * @param reason in a sentence; absent after success
 * @param files all files that workspace and output hold at the end, changed or not
 * @param variables what the stage sets for gateways and later stages
 */
public record Outcome(
        String leaseToken,
        AttemptState state,
        Optional<Integer> exitCode,
        Optional<String> reason,
        List<ProducedFile> files,
        Map<String, String> variables) {
    public Outcome {
        files = List.copyOf(files);
        variables = Map.copyOf(variables);
    }
}
