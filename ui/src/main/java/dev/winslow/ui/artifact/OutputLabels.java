package dev.winslow.ui.artifact;

import dev.winslow.api.artifact.FileView;
import dev.winslow.engine.pipeline.PipelineSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a pipeline calls the files that its stages leave; by stage, since two may leave files of the same path. */
public record OutputLabels(Map<Output, String> labels) {
    public static final OutputLabels NONE = new OutputLabels(Map.of());

    public OutputLabels {
        labels = Map.copyOf(labels);
    }

    public static OutputLabels of(PipelineSpec pipeline) {
        Map<Output, String> labels = new HashMap<>();
        pipeline.stages()
                .forEach(stage -> stage.outputs().stream()
                        .filter(output -> !output.label().equals(output.path()))
                        .forEach(output -> labels.put(new Output(stage.id(), output.path()), output.label())));
        return new OutputLabels(labels);
    }

    public Optional<String> of(FileView file) {
        return file.stageId().map(stage -> labels.get(new Output(stage, file.path())));
    }

    /** A file of a stage. */
    public record Output(String stageId, String path) {}
}
