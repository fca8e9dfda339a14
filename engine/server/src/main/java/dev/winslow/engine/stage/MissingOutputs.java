package dev.winslow.engine.stage;

import dev.winslow.api.worker.Placeholders;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.log.LogService;
import dev.winslow.engine.pipeline.StageSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Warns of files that a stage should have left, as its pipeline says, and has not, although it ended well. */
@Component
class MissingOutputs {
    private final AttemptRepository attempts;
    private final LogService logs;

    MissingOutputs(AttemptRepository attempts, LogService logs) {
        this.attempts = attempts;
        this.logs = logs;
    }

    /** In the transaction that writes the success. */
    void warn(Attempt attempt, StageSpec stage, List<Artifact> left) {
        Set<String> paths = left.stream().map(Artifact::path).collect(Collectors.toSet());
        List<String> missing = stage.outputs().stream()
                .filter(output -> !output.optional())
                .map(output -> Placeholders.resolveFully(
                        output.path(), attempt.effective().environment()))
                .filter(path -> !paths.contains(path))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        attempts.addWarnings(attempt.id(), missing.size());
        missing.forEach(path -> logs.system(
                attempt.id(),
                "WARNING: The stage ended well, but did not leave %s, as its pipeline says it does. Where it need not be there, set optional=\"true\" at its winslow:output."
                        .formatted(path)));
    }
}
