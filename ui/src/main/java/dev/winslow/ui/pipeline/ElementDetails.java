package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.pipeline.PipelineContent;
import dev.winslow.ui.shell.Words;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a pipeline says of the element that is looked at, or of itself. */
final class ElementDetails extends Div {
    ElementDetails() {
        addClassNames("winslow-panel", "winslow-step");
        getElement().setAttribute("role", "region").setAttribute("aria-label", t("Details"));
        getElement().setAttribute("aria-live", "polite");
    }

    void show(PipelineContent content, String element, String description) {
        removeAll();
        content.stages().stream().filter(stage -> stage.id().equals(element)).forEach(this::addStage);
        content.tasks().stream().filter(task -> task.id().equals(element)).forEach(this::addTask);
        if (getComponentCount() == 0) {
            addPipeline(content, description);
        }
    }

    private void addPipeline(PipelineContent content, String description) {
        add(new H2(t("About")));
        if (!description.isBlank()) {
            add(new Paragraph(description));
        }
        addFact(t("Key"), content.key());
        addFact(t("Stages"), String.valueOf(content.stages().size()));
        addFact(t("Steps for people"), String.valueOf(content.tasks().size()));
        if (!content.variables().isEmpty()) {
            add(new H3(t("Variables")));
            new TreeMap<>(content.variables()).forEach(this::addFact);
        }
        Paragraph hint =
                new Paragraph(t("Click a stage in the diagram, or choose it in the table, to see what it does."));
        hint.addClassName("winslow-secondary");
        add(hint);
    }

    private void addTask(PipelineContent.Task task) {
        add(new H2(task.name()), new Paragraph(t("{0}; the run waits for that.", PipelineWords.form(task.form()))));
        addFact("Id", task.id());
    }

    private void addStage(PipelineContent.Stage stage) {
        add(new H2(stage.name()));
        addFact("Id", stage.id());
        addFact(t("Image"), stage.image());
        addFact(t("Needs"), PipelineWords.needs(stage.requires()));
        stage.limits().timeout().ifPresent(limit -> addFact(t("Fails after"), Words.duration(limit)));
        stage.limits().silence().ifPresent(limit -> addFact(t("Fails when silent for"), Words.duration(limit)));
        addFact(t("Retries"), String.valueOf(stage.limits().retries()));
        if (!stage.arguments().isEmpty()) {
            add(new H3(t("Arguments")), code(String.join(" ", stage.arguments())));
        }
        if (!stage.environment().isEmpty()) {
            add(
                    new H3(t("Environment")),
                    code(stage.environment().entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("\n"))));
        }
        if (!stage.outputs().isEmpty()) {
            add(new H3(t("Results")));
            stage.outputs()
                    .forEach(output -> addFact(
                            output.label(),
                            output.optional() ? t("{0}, if there is any", output.path()) : output.path()));
        }
    }

    private static Pre code(String text) {
        Pre code = new Pre(text);
        code.addClassName("winslow-code");
        return code;
    }

    private void addFact(String name, String value) {
        Div fact = new Div(new Span(name), new Span(value));
        fact.addClassName("winslow-fact");
        add(fact);
    }
}
