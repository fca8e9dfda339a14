package dev.winslow.ui.artifact;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.worker.Placeholders;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.pipeline.StageSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a pipeline calls the files that its stages leave; by stage, since two may leave files of the same path. */
public final class OutputLabels {
    public static final OutputLabels NONE = new OutputLabels(List.of());

    private final List<Label> labels;

    private OutputLabels(List<Label> labels) {
        this.labels = labels;
    }

    /** Where a path depends on variables, whatever it can become has the label, unless the pipeline calls the very file otherwise. */
    public static OutputLabels of(PipelineSpec pipeline) {
        return new OutputLabels(pipeline.stages().stream()
                .flatMap(stage -> stage.outputs().stream()
                        .filter(output -> !output.label().equals(output.path()))
                        .sorted(Comparator.comparing(OutputLabels::dependsOnVariables))
                        .map(output -> new Label(stage.id(), Placeholders.shape(output.path()), output.label())))
                .toList());
    }

    private static boolean dependsOnVariables(StageSpec.Output output) {
        return output.path().contains("${");
    }

    public Optional<String> of(FileView file) {
        return file.stageId()
                .flatMap(stage -> labels.stream()
                        .filter(label -> label.stageId().equals(stage)
                                && label.path().matcher(file.path()).matches())
                        .findFirst()
                        .map(Label::text));
    }

    private record Label(String stageId, Pattern path, String text) {}
}
