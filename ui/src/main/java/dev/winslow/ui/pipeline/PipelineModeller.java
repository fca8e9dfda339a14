package dev.winslow.ui.pipeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.function.SerializableBiFunction;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.function.BooleanSupplier;

/** Draws a pipeline. While one draws it asks what is wrong with it, and what patterns find in lines of a log. */
@Tag("winslow-pipeline-modeller")
@JsModule("./pipeline-modeller.ts")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
final class PipelineModeller extends Component {
    private static final long NONE = 0;

    private volatile long newestTrial = NONE;

    /**
     * @param draftKey names the draft that the browser keeps
     * @param copyKey the key of a pipeline that is made after this one; empty to edit it itself
     * @param base the version that the XML is of; empty for none
     */
    record Source(String xml, String draftKey, String copyKey, String base) {}

    /**
     * Patterns, and what they are to be tried on.
     *
     * @param question JSON
     * @param wanted whether nothing else was asked since, and the stage is still looked at; on any thread
     * @param answer takes JSON
     */
    record Trial(String question, BooleanSupplier wanted, SerializableConsumer<String> answer) {}

    PipelineModeller(Source source) {
        getElement().setProperty("xml", source.xml());
        getElement().setProperty("draftKey", source.draftKey());
        getElement().setProperty("copyKey", source.copyKey());
        getElement().setProperty("base", source.base());
    }

    /** Called with the XML and the key that it has a moment after each change, be there no key or a wrong one; answers the problems as JSON. */
    void onEdit(SerializableBiFunction<String, String, String> problems) {
        getElement()
                .addEventListener(
                        "pipeline-edited",
                        event -> getElement()
                                .callJsFunction(
                                        "showProblems",
                                        problems.apply(
                                                event.getEventData()
                                                        .get("event.detail.xml")
                                                        .asString(),
                                                event.getEventData()
                                                        .get("event.detail.key")
                                                        .asString())))
                .addEventData("event.detail.xml")
                .addEventData("event.detail.key");
    }

    /** Called with the pipeline's key and a stage's id; answers the logs that its patterns can be tried on, as JSON. */
    void onLogsWanted(SerializableBiFunction<String, String, String> logs) {
        getElement()
                .addEventListener(
                        "logs-wanted",
                        event -> getElement()
                                .callJsFunction(
                                        "showLogs",
                                        logs.apply(
                                                event.getEventData()
                                                        .get("event.detail.pipeline")
                                                        .asString(),
                                                event.getEventData()
                                                        .get("event.detail.stage")
                                                        .asString())))
                .addEventData("event.detail.pipeline")
                .addEventData("event.detail.stage");
    }

    /** Called with patterns that are to be tried; an answer that comes after the next question is not shown. */
    void onTrial(SerializableConsumer<Trial> asked) {
        getElement()
                .addEventListener("patterns-tried", event -> {
                    long number =
                            event.getEventData().get("event.detail.number").asLong();
                    newestTrial = number;
                    asked.accept(new Trial(
                            event.getEventData().get("event.detail.question").asString(),
                            () -> newestTrial == number,
                            answer -> getElement().callJsFunction("showTrial", number, answer)));
                })
                .addEventData("event.detail.number")
                .addEventData("event.detail.question");
        getElement().addEventListener("patterns-left", event -> newestTrial = NONE);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        newestTrial = NONE;
    }

    /** The XML as it is now, with what was typed last. */
    void read(SerializableConsumer<String> xml) {
        getElement().callJsFunction("currentXml").then(String.class, xml);
    }

    /** The draft is done with. */
    void forgetDraft() {
        getElement().callJsFunction("deployed");
    }
}
