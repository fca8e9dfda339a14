package dev.winslow.engine.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A pipeline read from its BPMN: steps in the order in which the flow reaches them, and the flow itself, so that the workspace that a stage
 * starts from can be found.
 *
 * @param variables defaults that the pipeline sets for all its stages
 * @param secrets names of variables whose values are never shown, whoever sets them
 */
public record PipelineSpec(
        String key,
        String name,
        String description,
        Map<String, String> variables,
        Set<String> secrets,
        List<StageSpec> stages,
        List<TaskSpec> tasks,
        List<String> stepOrder,
        Flow flow) {

    public Optional<StageSpec> stage(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    public Optional<TaskSpec> task(String id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** The name that people read for a step; its id where it has none. */
    public String nameOf(String stepId) {
        return stage(stepId)
                .map(StageSpec::name)
                .or(() -> task(stepId).map(TaskSpec::name))
                .orElse(stepId);
    }
}
