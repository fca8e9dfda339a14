package dev.winslow.engine.stage;

import dev.winslow.engine.artifact.Artifact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a stage has saved for its next attempt.
 *
 * @param attemptId the attempt that saved it
 * @param number counted up by that attempt
 */
record Checkpoint(String jobId, UUID runId, UUID attemptId, int number, Instant savedAt, List<Saved> files) {

    /** One file, by its path in the stage's checkpoint folder. */
    record Saved(String path, Artifact.Content content, Artifact.Location location) {}

    Optional<Saved> with(Artifact.Content content) {
        return files.stream().filter(file -> file.content().equals(content)).findFirst();
    }
}
