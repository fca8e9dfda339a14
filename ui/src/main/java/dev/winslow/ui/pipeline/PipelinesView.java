package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.security.Permission;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Offers;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All pipelines, with who works with them. */
@Route(Navigation.PIPELINES)
@StyleSheet("winslow-pipelines.css")
@PermitAll
public class PipelinesView extends Main implements HasDynamicTitle {
    private final transient PipelineDesk desk;
    private final Grid<Row> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Checkbox withRetired = new Checkbox(t("Show retired"), true);

    private transient List<Row> shown = List.of();

    @Override
    public String getPageTitle() {
        return t("Pipelines") + " – Winslow";
    }

    private record Row(PipelineVersion pipeline, int stages, int projects) {}

    PipelinesView(PipelineDesk desk, LiveUpdates live) {
        this.desk = desk;
        addClassName("winslow-page");
        Button take = new Button(t("Import"), VaadinIcon.UPLOAD_ALT.create(), click -> PipelineLinks.goToImport());
        filter.setPlaceholder(t("Filter pipelines"));
        filter.setAriaLabel(t("Filter pipelines"));
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        withRetired.addValueChangeListener(change -> refresh());
        buildGrid();
        Div list = Pages.panel(grid);
        list.addClassName("winslow-flush");
        Div head = Pages.head(t("Pipelines"), withRetired, filter);
        head.add(Offers.only(Permission.DEPLOY_PIPELINES, take, draw()));
        add(head, list);
        live.keep(this, project -> true, this::refresh);
        refresh();
    }

    private static Button draw() {
        Button draw = new Button(t("New pipeline"), VaadinIcon.PLUS.create(), click -> PipelineLinks.goToModeller());
        draw.addThemeVariants(ButtonVariant.PRIMARY);
        return draw;
    }

    private void buildGrid() {
        grid.addComponentColumn(PipelinesView::name)
                .setHeader(t("Pipeline"))
                .setFlexGrow(4)
                .setWidth("12rem")
                .setSortable(true)
                .setComparator(Comparator.comparing(row -> row.pipeline().name().toLowerCase(Locale.ROOT)));
        grid.addComponentColumn(PipelinesView::state).setHeader(t("State")).setWidth("7rem");
        grid.addColumn(row -> row.pipeline().version())
                .setHeader(t("Version"))
                .setFlexGrow(0)
                .setWidth("6rem");
        grid.addColumn(row -> count(row.stages(), "1 stage", "{0} stages"))
                .setHeader(t("Stages"))
                .setWidth("7rem");
        grid.addColumn(Row::projects)
                .setHeader(t("Projects"))
                .setFlexGrow(0)
                .setWidth("7rem")
                .setSortable(true);
        grid.addColumn(row -> Words.time(row.pipeline().deployedAt()))
                .setHeader(t("Deployed"))
                .setWidth("11rem")
                .setSortable(true)
                .setComparator(Comparator.comparing(row -> row.pipeline().deployedAt()));
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", t("Pipelines"));
        grid.setEmptyStateComponent(Pages.empty(
                t("No pipelines here"),
                t("Draw one with \"New pipeline\", or import a BPMN file. If there is a filter, clear it.")));
    }

    private static Component name(Row row) {
        Span about = new Span(row.pipeline().key());
        about.addClassName("winslow-secondary");
        Div name = new Div(PipelineLinks.to(row.pipeline().key(), row.pipeline().name()), about);
        name.addClassName("winslow-pipeline-name");
        name.setTitle(row.pipeline().description());
        return name;
    }

    private static Component state(Row row) {
        boolean retired = row.pipeline().retired();
        Span state = new Span(retired ? t("Retired") : t("In use"));
        state.addClassNames("winslow-state", retired ? "winslow-state-pending" : "winslow-state-online");
        return state;
    }

    private void refresh() {
        String wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
        List<Row> rows = desk.all().stream()
                .filter(pipeline -> withRetired.getValue() || !pipeline.retired())
                .filter(pipeline -> (pipeline.name() + " " + pipeline.key() + " " + pipeline.description())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .map(this::row)
                .toList();
        // Only what differs: whoever walks the table by keyboard stays where they are.
        if (!rows.equals(shown)) {
            shown = rows;
            grid.setItems(rows);
        }
    }

    private Row row(PipelineVersion pipeline) {
        int stages = desk.content(pipeline.key(), pipeline.version()).stages().size();
        return new Row(pipeline, stages, desk.countProjects(pipeline.key()));
    }
}
