package dev.winslow.api.worker;

import dev.winslow.api.stage.ExitCodes;
import dev.winslow.api.stage.Requirements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An attempt for a node to run.
 *
 * @param leaseToken proves the right to run it; never to be logged
 * @param arguments with placeholders resolved but for those of {@link StageFolders}, which only the agent knows
 * @param environment resolved, likewise
 * @param progressPatterns regular expressions (RE2) with the groups {@code subject} and {@code percent}
 * @param gpus the GPUs of the node that are the attempt's alone, by their index there
 * @param secrets values that no line of the log may show
 * @param checkpoint how often what the stage keeps in {@link StageFolders#CHECKPOINT} is saved; what was saved of an earlier attempt is among the files
 * @param failPatterns a line that one of them finds makes the attempt fail
 */
public record Assignment(
        UUID attemptId,
        String leaseToken,
        UUID runId,
        UUID projectId,
        String stageId,
        String stageName,
        String image,
        List<String> arguments,
        Map<String, String> environment,
        Requirements resources,
        Optional<Duration> timeout,
        Optional<Duration> silence,
        List<String> progressPatterns,
        List<String> failPatterns,
        List<String> warnPatterns,
        List<InputFile> files,
        List<Integer> gpus,
        List<String> secrets,
        ExitCodes exitCodes,
        Optional<Duration> checkpoint) {
    public Assignment {
        checkpoint = checkpoint == null ? Optional.empty() : checkpoint;
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
        gpus = gpus == null ? List.of() : List.copyOf(gpus);
        // Not known to attempts that began under an earlier version.
        exitCodes = exitCodes == null ? ExitCodes.ZERO : exitCodes;
    }

    @Override
    public String toString() {
        return "Assignment[attemptId=" + attemptId + ", stageId=" + stageId + "]";
    }
}
