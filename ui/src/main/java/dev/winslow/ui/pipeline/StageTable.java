package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import dev.winslow.api.pipeline.PipelineContent;
import dev.winslow.ui.shell.Words;

/** The stages of a version in the order of the flow; choosing one is the same as clicking it in the diagram. */
final class StageTable extends Div {
    private final Grid<PipelineContent.Stage> grid = new Grid<>();

    StageTable(SerializableConsumer<String> chosen) {
        grid.addColumn(PipelineContent.Stage::name)
                .setHeader(t("Stage"))
                .setWidth("11rem")
                .setFlexGrow(2);
        grid.addComponentColumn(stage -> code(stage.image()))
                .setHeader(t("Image"))
                .setWidth("10rem");
        grid.addColumn(stage -> PipelineWords.needs(stage.requires()))
                .setHeader(t("Needs"))
                .setWidth("10rem");
        grid.addColumn(stage -> stage.limits().timeout().map(Words::duration).orElseGet(() -> t("no limit")))
                .setHeader(t("Time limit"))
                .setWidth("8rem");
        grid.addColumn(stage -> stage.limits().retries())
                .setHeader(t("Retries"))
                .setFlexGrow(0)
                .setAutoWidth(true);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", t("Stages"));
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(change.getValue() == null ? "" : change.getValue().id());
            }
        });
        add(grid);
        setWidthFull();
    }

    void show(PipelineContent content) {
        grid.setItems(content.stages());
    }

    void choose(PipelineContent content, String id) {
        content.stages().stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .ifPresentOrElse(grid::select, grid::deselectAll);
    }

    private static Component code(String text) {
        Span code = new Span(text);
        code.addClassName("winslow-code");
        return code;
    }
}
