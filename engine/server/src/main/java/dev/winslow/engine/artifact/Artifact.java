package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that never changes. One without a run was uploaded into its project, one without a project into the pool.
 *
 * @param source who made it
 * @param location where its bytes lie
 */
public record Artifact(
        UUID id, Source source, Area area, String path, Content content, Location location, Instant createdAt) {

    /** The step, and the attempt at it, that left the file; a person's answer has no attempt. */
    public record Source(
            Optional<UUID> projectId, Optional<UUID> runId, Optional<UUID> attemptId, Optional<String> stepId) {
        public static Source upload(Optional<UUID> projectId) {
            return new Source(projectId, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** What the bytes are: their number, and their SHA-256 in hex. */
    public record Content(long size, String sha256) {}

    /** Where the bytes lie. Several artifacts may share them. */
    public record Location(String bucket, String key) {}

    /** The same file by another name. */
    Artifact named(String name) {
        return new Artifact(id, source, area, name, content, location, createdAt);
    }

    public FileView view() {
        return new FileView(
                id, area, path, content.size(), content.sha256(), createdAt, source.attemptId(), source.stepId());
    }
}
