package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import dev.winslow.api.run.StepView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The diagram of a pipeline, with the state of each step of a run on it. */
@Tag("winslow-pipeline-diagram")
@JsModule("./pipeline-diagram.ts")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
public final class PipelineDiagram extends Component implements HasSize {
    public PipelineDiagram() {
        addClassName("winslow-diagram");
        getElement().setAttribute("role", "region").setAttribute("aria-label", t("Diagram of the pipeline"));
    }

    public void show(String xml) {
        getElement().setProperty("xml", xml);
    }

    public void mark(List<StepView> steps) {
        Map<String, StepMark> marks = new HashMap<>();
        steps.forEach(step -> StepMark.of(step).ifPresent(mark -> marks.put(step.id(), mark)));
        getElement().setPropertyMap("marks", new HashMap<String, Object>(marks));
    }

    /** Marks the step that the person looks at. */
    public void choose(Optional<String> step) {
        getElement().setProperty("chosen", step.orElse(""));
    }

    /** Called with the id of the element that the person clicked, a step or not. */
    public void onChoice(Consumer<String> chosen) {
        getElement()
                .addEventListener(
                        "step-chosen",
                        event -> chosen.accept(
                                event.getEventData().get("event.detail.id").asString()))
                .addEventData("event.detail.id");
    }
}
