package dev.winslow.api.pipeline;

import dev.winslow.api.stage.Requirements;
import dev.winslow.api.task.TaskForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a version of a pipeline is made of, before any placeholder is resolved; stages and tasks in the order of the flow. */
public record PipelineContent(
        String key, int version, Map<String, String> variables, List<Stage> stages, List<Task> tasks) {
    public PipelineContent {
        variables = Map.copyOf(variables);
        stages = List.copyOf(stages);
        tasks = List.copyOf(tasks);
    }

    /** A stage: what runs, on what, with which results. */
    public record Stage(
            String id,
            String name,
            String image,
            List<String> arguments,
            Map<String, String> environment,
            Requirements requires,
            Limits limits,
            List<Output> outputs) {}

    /** How long a stage may take and be silent, and how often it is tried again. */
    public record Limits(Optional<Duration> timeout, Optional<Duration> silence, int retries) {}

    /** A file that the stage is expected to leave, with a label for people; where it is optional nobody is warned that it is not there. */
    public record Output(String path, String label, boolean optional) {}

    /** A step that waits for a person. */
    public record Task(String id, String name, TaskForm form) {}
}
