package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.variable.Variables;
import dev.winslow.ui.variable.VariableFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a new run shall differ from one that goes from the beginning to the end. */
public final class StartOptions extends Details {
    private final ComboBox<Step> begin = new ComboBox<>(t("Begin at"));
    private final ComboBox<Step> pause = new ComboBox<>(t("Pause after"));
    private final WorkspaceField workspace;
    private final VariableFields variables;
    private final Checkbox reuse = new Checkbox(t("Take over earlier results where nothing has changed"), true);

    private StartOptions(List<Step> steps, WorkspaceField workspace, VariableFields variables) {
        this.workspace = workspace;
        this.variables = variables;
        setSummaryText(t("Begin elsewhere, pause on the way, other variables"));
        setWidthFull();
        prepare(begin, steps, t("The beginning"));
        prepare(pause, steps, t("Not at all"));
        workspace.setVisible(false);
        begin.addValueChangeListener(change -> workspace.setVisible(change.getValue() != null));
        Div content = new Div(begin, workspace, pause, reuse, variables);
        content.addClassName("winslow-form");
        add(content);
    }

    private static void prepare(ComboBox<Step> field, List<Step> steps, String none) {
        field.setItems(steps);
        field.setItemLabelGenerator(Step::name);
        field.setPlaceholder(none);
        field.setClearButtonVisible(true);
        field.setWidthFull();
    }

    public boolean isValid() {
        return variables.isValid();
    }

    /** With these variables in any case. */
    public StartRun request(Map<String, String> base) {
        Map<String, String> together = new HashMap<>(base);
        together.putAll(variables.changed());
        Optional<String> step = begin.getOptionalValue().map(Step::id);
        return new StartRun(
                together,
                step,
                step.flatMap(id -> workspace.choice()),
                pause.getOptionalValue().map(Step::id),
                Optional.of(reuse.getValue()));
    }

    private record Step(String id, String name) {}

    /** Makes them for a project. */
    @Component
    public static class Factory {
        private final PipelineService pipelines;
        private final Variables variables;
        private final SteerDesk steer;

        Factory(PipelineService pipelines, Variables variables, SteerDesk steer) {
            this.pipelines = pipelines;
            this.variables = variables;
            this.steer = steer;
        }

        public StartOptions create(ProjectView project) {
            Optional<PipelineSpec> spec =
                    pipelines.newest(project.pipelineKey()).flatMap(version -> pipelines.spec(version.definitionId()));
            List<Step> steps = spec.stream()
                    .flatMap(each -> each.stepOrder().stream().map(id -> new Step(id, each.nameOf(id))))
                    .toList();
            return new StartOptions(
                    steps,
                    WorkspaceField.ofNewRun(steer.ended(project.id())),
                    new VariableFields(spec.map(each -> variables
                                    .ofRun(project.id(), each, Map.of())
                                    .views())
                            .orElse(List.of())));
        }
    }
}
