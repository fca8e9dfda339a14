package dev.winslow.engine.question;

import dev.winslow.api.task.TaskField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a stage waits for.
 *
 * @param stage which of a run's stages, and the job that it is queued or claimed as
 * @param asked by which attempt, and under which name of its own; absent where Winslow asks for variables that nobody has set
 * @param name what the person reads first
 */
public record Question(
        UUID id, UUID runId, Stage stage, Optional<Asked> asked, String name, List<TaskField> fields, Instant askedAt) {

    public record Stage(String stepId, String jobId) {}

    public record Asked(UUID attemptId, String id) {
        /** Where the stage finds the answer, in its workspace. */
        public String file() {
            return ".winslow/answers/" + id + ".json";
        }
    }

    /** Whether the stage is given to no node before the answer. */
    boolean blocks() {
        return asked.isEmpty();
    }
}
