package dev.winslow.engine.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A success of a stage that really ran.
 *
 * @param fingerprint of its recipe
 * @param secrets as in its recipe
 * @param variables what it set
 * @param asked whether it asked a person while it ran
 */
public record StageResult(
        UUID attemptId,
        Stage stage,
        String fingerprint,
        Image image,
        Map<String, String> secrets,
        Map<String, String> variables,
        boolean asked,
        Duration took,
        Instant endedAt) {

    /** Which stage of which pipeline, in which project. */
    public record Stage(UUID projectId, String pipelineKey, String stageId) {}

    /** An image, and which bytes its name stood for, where that is known. */
    public record Image(String name, Optional<String> digest) {}
}
