package dev.winslow.ui.pipeline;

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
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Details");
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
        add(new H2("About"));
        if (!description.isBlank()) {
            add(new Paragraph(description));
        }
        addFact("Key", content.key());
        addFact("Stages", String.valueOf(content.stages().size()));
        addFact("Steps for people", String.valueOf(content.tasks().size()));
        if (!content.variables().isEmpty()) {
            add(new H3("Variables"));
            new TreeMap<>(content.variables()).forEach(this::addFact);
        }
        Paragraph hint = new Paragraph("Click a stage in the diagram, or choose it in the table, to see what it does.");
        hint.addClassName("winslow-secondary");
        add(hint);
    }

    private void addTask(PipelineContent.Task task) {
        add(new H2(task.name()), new Paragraph(PipelineWords.form(task.form()) + "; the run waits for that."));
        addFact("Id", task.id());
    }

    private void addStage(PipelineContent.Stage stage) {
        add(new H2(stage.name()));
        addFact("Id", stage.id());
        addFact("Image", stage.image());
        addFact("Needs", PipelineWords.needs(stage.requires()));
        stage.limits().timeout().ifPresent(limit -> addFact("Fails after", Words.duration(limit)));
        stage.limits().silence().ifPresent(limit -> addFact("Fails when silent for", Words.duration(limit)));
        addFact("Retries", String.valueOf(stage.limits().retries()));
        if (!stage.arguments().isEmpty()) {
            add(new H3("Arguments"), code(String.join(" ", stage.arguments())));
        }
        if (!stage.environment().isEmpty()) {
            add(
                    new H3("Environment"),
                    code(stage.environment().entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("\n"))));
        }
        if (!stage.outputs().isEmpty()) {
            add(new H3("Results"));
            stage.outputs().forEach(output -> addFact(output.label(), output.path()));
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
