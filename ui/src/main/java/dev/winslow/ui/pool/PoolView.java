package dev.winslow.ui.pool;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.PoolUser;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import dev.winslow.ui.trigger.TriggerDesk;
import dev.winslow.ui.trigger.TriggersPanel;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The files that projects share, and what is made of those that arrive. */
@Route(Navigation.POOL)
@StyleSheet("winslow-pool.css")
@PermitAll
public class PoolView extends Main implements HasDynamicTitle {
    private final transient PoolDesk desk;
    private final Grid<Row> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Span sum = new Span();
    private final FilePanel panel;
    private final TriggersPanel triggers;
    private Optional<UUID> chosen = Optional.empty();

    private transient List<Row> shown = List.of();

    @Override
    public String getPageTitle() {
        return t("Pool") + " – Winslow";
    }

    /** A file with those who have it. */
    record Row(FileView file, List<PoolUser> users) {}

    PoolView(PoolDesk desk, TriggerDesk arrivals, LiveUpdates live) {
        this.desk = desk;
        addClassName("winslow-page");
        sum.addClassName("winslow-secondary");
        filter.setPlaceholder(t("Filter files"));
        filter.setAriaLabel(t("Filter files"));
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        panel = new FilePanel(desk, this::linked, this::deleted);
        buildGrid();
        Div list = Pages.panel(grid);
        list.addClassName("winslow-flush");
        Div parts = new Div(list, panel, new PoolUploadPanel(desk, this::arrived));
        parts.addClassName("winslow-pool");
        triggers = TriggersPanel.ofFolders(arrivals);
        add(Pages.head(t("Pool"), sum, filter), parts, new H2(t("When a film arrives")), triggers);
        live.keep(this, project -> true, this::refresh);
        refresh();
    }

    private void buildGrid() {
        grid.addColumn(row -> row.file().path())
                .setHeader(t("File"))
                .setWidth("11rem")
                .setFlexGrow(3)
                .setSortable(true);
        grid.addColumn(row -> Words.size(row.file().size()))
                .setHeader(t("Size"))
                .setWidth("7rem")
                .setFlexGrow(0)
                .setSortable(true)
                .setComparator(Comparator.comparingLong(row -> row.file().size()));
        grid.addColumn(row -> Words.time(row.file().createdAt()))
                .setHeader(t("Added"))
                .setWidth("11rem")
                .setSortable(true)
                .setComparator(Comparator.comparing(row -> row.file().createdAt()));
        grid.addColumn(PoolView::users).setHeader(t("Used by")).setWidth("9rem").setFlexGrow(2);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", t("Files of the pool"));
        grid.setEmptyStateComponent(Pages.empty(
                t("The pool is empty"),
                t("Send a film here once, and any number of projects can have it without another copy.")));
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen = Optional.ofNullable(change.getValue())
                        .map(row -> row.file().id());
                refresh();
            }
        });
    }

    private static String users(Row row) {
        return row.users().stream().map(PoolUser::projectName).collect(Collectors.joining(", "));
    }

    private void refresh() {
        String wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
        var users = desk.users();
        List<Row> rows = desk.files().stream()
                .map(file -> new Row(file, users.getOrDefault(file.id(), List.of())))
                .toList();
        long bytes = rows.stream().mapToLong(row -> row.file().size()).sum();
        sum.setText(rows.isEmpty() ? "" : count(rows.size(), "1 file, {1}", "{0} files, {1}", Words.size(bytes)));
        List<Row> visible = rows.stream()
                .filter(row -> row.file().path().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        // Only what differs: whoever walks the table by keyboard stays where they are.
        if (!visible.equals(shown)) {
            shown = visible;
            grid.setItems(visible);
        }
        Optional<Row> selected = visible.stream()
                .filter(row -> chosen.equals(Optional.of(row.file().id())))
                .findFirst();
        selected.ifPresentOrElse(grid::select, grid::deselectAll);
        panel.show(selected);
        triggers.show();
    }

    private void arrived(FileView file) {
        Notices.done(t("{0} is in the pool.", file.path()));
        chosen = Optional.of(file.id());
        refresh();
    }

    private void linked() {
        refresh();
    }

    private void deleted() {
        chosen = Optional.empty();
        refresh();
    }
}
