package dev.winslow.ui.pipeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.HashMap;
import java.util.Map;

/** The diagram of a pipeline with marks of any kind on its elements. */
@Tag("winslow-pipeline-diagram")
@JsModule("./pipeline-diagram.ts")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
final class PipelineDrawing extends Component implements HasSize, HasStyle {

    /** How an element is marked: the state gives its colour, the label its badge, so that colour is never alone. */
    public record Mark(String state, String label) {}

    PipelineDrawing(String label) {
        addClassName("winslow-diagram");
        getElement().setAttribute("role", "region").setAttribute("aria-label", label);
    }

    void show(String xml) {
        getElement().setProperty("xml", xml);
    }

    void mark(Map<String, Mark> marks) {
        getElement().setPropertyMap("marks", new HashMap<String, Object>(marks));
    }

    /** Called with the id of the element that the person clicked, whatever it is. */
    void onChoice(SerializableConsumer<String> chosen) {
        getElement()
                .addEventListener(
                        "step-chosen",
                        event -> chosen.accept(
                                event.getEventData().get("event.detail.id").asString()))
                .addEventData("event.detail.id");
    }

    /** Called where the XML has no drawing, or one that cannot be shown. */
    void onFailure(Runnable tell) {
        getElement().addEventListener("diagram-failed", event -> tell.run());
    }
}
