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
 * @param imageDigest which bytes the image's name stood for, where the worker can tell
 * @param variables what the stage sets for gateways and later stages
 */
public record Outcome(
        String leaseToken,
        AttemptState state,
        Optional<Integer> exitCode,
        Optional<String> reason,
        List<ProducedFile> files,
        Map<String, String> variables,
        Optional<String> imageDigest) {
    public Outcome {
        files = List.copyOf(files);
        variables = Map.copyOf(variables);
        // Not known to earlier workers.
        imageDigest = imageDigest == null ? Optional.empty() : imageDigest;
    }

    public static Outcome succeeded(String leaseToken, List<ProducedFile> files, Map<String, String> variables) {
        return new Outcome(
                leaseToken,
                AttemptState.SUCCEEDED,
                Optional.empty(),
                Optional.empty(),
                files,
                variables,
                Optional.empty());
    }
}
