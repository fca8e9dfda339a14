package dev.winslow.api.worker;

import dev.winslow.api.stage.AttemptState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an attempt ended.
 *
 * @param state SUCCEEDED, FAILED, ABORTED, or RELEASED where it has asked a person and need not hold its node while it waits
 * @param reason in a sentence; absent after success
 * @param files all files that workspace and output hold at the end, changed or not
 * @param imageDigest which bytes the image's name stood for, where the worker can tell
 * @param variables what the stage sets for gateways and later stages
 * @param phases where the worker can tell
 */
public record Outcome(
        String leaseToken,
        AttemptState state,
        Optional<Integer> exitCode,
        Optional<String> reason,
        List<ProducedFile> files,
        Map<String, String> variables,
        Optional<String> imageDigest,
        Optional<Phases> phases) {
    public Outcome {
        files = List.copyOf(files);
        variables = Map.copyOf(variables);
        // Not known to earlier workers.
        imageDigest = imageDigest == null ? Optional.empty() : imageDigest;
        phases = phases == null ? Optional.empty() : phases;
    }

    /** The same files, taken for something else. */
    public Outcome as(AttemptState otherState, String why) {
        return new Outcome(leaseToken, otherState, exitCode, Optional.of(why), files, Map.of(), imageDigest, phases);
    }

    public static Outcome succeeded(String leaseToken, List<ProducedFile> files, Map<String, String> variables) {
        return new Outcome(
                leaseToken,
                AttemptState.SUCCEEDED,
                Optional.empty(),
                Optional.empty(),
                files,
                variables,
                Optional.empty(),
                Optional.empty());
    }
}
