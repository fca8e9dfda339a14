package dev.winslow.engine.pipeline;

import dev.winslow.api.task.TaskField;
import dev.winslow.api.task.TaskForm;
import java.util.List;
import java.util.Map;

/** What a pipeline says of one user task. Settings are as {@link dev.winslow.api.task.TaskView#settings} tells. */
public record TaskSpec(String id, String name, TaskForm form, Map<String, String> settings, List<TaskField> fields) {}
