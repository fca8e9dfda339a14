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
        List<TaskField> fields) {}
