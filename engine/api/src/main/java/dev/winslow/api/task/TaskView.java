package dev.winslow.api.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A step that waits for a person.
 *
 * @param settings what the pipeline says of the task beside its fields: {@code frame}, {@code suggestion} and {@code answer} name workspace
 *     files of a reference-points task, {@code video} and {@code redo} those of a review
 * @param assignee who does it; absent while it is anybody's
 * @param comments how many were written about this step of the run
 */
public record TaskView(
        UUID id,
        UUID runId,
        UUID projectId,
        String projectName,
        String stepId,
        String name,
        TaskForm form,
        Instant createdAt,
        Optional<String> assignee,
        Map<String, String> settings,
        List<TaskField> fields,
        Optional<Instant> dueAt,
        int comments) {
    /** The same task with what people have said about it. */
    public TaskView with(Optional<String> who, Optional<Instant> by, int commentsWritten) {
        return new TaskView(
                id,
                runId,
                projectId,
                projectName,
                stepId,
                name,
                form,
                createdAt,
                who,
                settings,
                fields,
                by,
                commentsWritten);
    }
}
