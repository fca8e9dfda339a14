package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.winslow.api.pipeline.PipelineVersionView;
import dev.winslow.ui.shell.Words;
import java.util.List;

/** The versions of a pipeline, the newest first, each with the ways to see, compare and save it. */
final class VersionTable extends Div {
    private final Grid<PipelineVersionView> grid = new Grid<>();

    VersionTable(String key) {
        grid.addColumn(PipelineVersionView::version)
                .setHeader(t("Version"))
                .setFlexGrow(0)
                .setWidth("6rem");
        grid.addColumn(version -> Words.time(version.deployedAt()))
                .setHeader(t("Deployed"))
                .setWidth("11rem");
        grid.addColumn(version -> version.openRuns() == 0 ? "" : count(version.openRuns(), "1 run", "{0} runs"))
                .setHeader(t("In progress"))
                .setWidth("8rem");
        grid.addComponentColumn(version -> links(key, version))
                .setWidth("17rem")
                .setFlexGrow(2);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", t("Versions"));
        add(grid);
        setWidthFull();
    }

    void show(List<PipelineVersionView> versions) {
        grid.setItems(versions);
    }

    private static Component links(String key, PipelineVersionView version) {
        int number = version.version();
        Anchor save = new Anchor(PipelineDownload.of(key, number), t("Download"));
        save.setRouterIgnore(true);
        save.getElement().setAttribute("download", true);
        Div links = new Div(PipelineLinks.to(key, number, t("Show")), save);
        links.addClassName("winslow-links");
        if (number > 1) {
            links.add(PipelineLinks.toComparison(key, number - 1, number, t("What changed")));
        }
        links.getChildren()
                .forEach(link -> link.getElement()
                        .setAttribute(
                                "aria-label",
                                t("{0}: version {1}", link.getElement().getText(), number)));
        return links;
    }
}
