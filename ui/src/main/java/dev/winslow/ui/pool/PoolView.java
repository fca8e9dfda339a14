package dev.winslow.ui.pool;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
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
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.PoolUser;
import dev.winslow.ui.artifact.FoundPanel;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import dev.winslow.ui.trigger.TriggerDesk;
import dev.winslow.ui.trigger.TriggersPanel;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The files that projects share, and what is made of those that arrive. */
@Route(Navigation.POOL)
@StyleSheet("winslow-pool.css")
@PermitAll
public class PoolView extends Main implements HasDynamicTitle, BeforeEnterObserver {
    /** What comes in by another server is looked for this often. */
    private static final Duration ELSEWHERE = Duration.ofSeconds(15);

    private final transient PoolDesk desk;
    private final Grid<PoolRow> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Span sum = new Span();
    private final FolderCrumbs crumbs = new FolderCrumbs();
    private final FilePanel panel;
    private final PoolUploadPanel upload;
    private final FoundPanel found = new FoundPanel();
    private final TriggersPanel triggers;
    private transient PoolFolder folder = PoolFolder.TOP;
    private Optional<UUID> chosen = Optional.empty();

    private transient List<PoolRow> shown = List.of();

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
        panel = new FilePanel(desk, this::refresh, this::deleted, this::goTo);
        upload = new PoolUploadPanel(desk, this::arrived);
        buildGrid();
        Div list = Pages.panel(crumbs, grid);
        list.addClassName("winslow-flush");
        Div parts = new Div(list, panel, upload);
        parts.addClassName("winslow-pool");
        triggers = TriggersPanel.ofFolders(arrivals);
        add(Pages.head(t("Pool"), sum, filter), parts, found, new H2(t("When a film arrives")), triggers);
        live.keep(this, project -> true, this::refresh);
        live.every(ELSEWHERE, this, this::refresh);
    }

    @Override
    public String getPageTitle() {
        return t("Pool") + " – Winslow";
    }

    /** The address names a folder, or a file, which is shown where it lies. */
    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        QueryParameters asked = enter.getLocation().getQueryParameters();
        Optional<FileView> file = asked.getSingleParameter(Navigation.FILE)
                .flatMap(id -> desk.files().stream()
                        .filter(each -> each.id().toString().equals(id))
                        .findFirst());
        file.ifPresentOrElse(
                this::show,
                () -> show(new PoolFolder(
                        asked.getSingleParameter(Navigation.FOLDER).orElse(""))));
    }

    /** Where it lies. */
    private void show(FileView file) {
        chosen = Optional.of(file.id());
        show(PoolFolder.of(file));
    }

    private void show(PoolFolder into) {
        folder = into;
        filter.clear();
        crumbs.show(folder);
        upload.show(folder);
        refresh();
    }

    private void buildGrid() {
        grid.addComponentColumn(PoolView::name)
                .setHeader(t("File"))
                .setWidth("11rem")
                .setFlexGrow(3)
                .setSortable(true)
                .setComparator(Comparator.comparing(PoolRow::name));
        grid.addColumn(row -> Words.size(row.size()))
                .setHeader(t("Size"))
                .setWidth("7rem")
                .setFlexGrow(0)
                .setSortable(true)
                .setComparator(Comparator.comparingLong(PoolRow::size));
        grid.addColumn(row -> Words.time(row.added()))
                .setHeader(t("Added"))
                .setWidth("11rem")
                .setSortable(true)
                .setComparator(Comparator.comparing(PoolRow::added));
        grid.addColumn(PoolView::users).setHeader(t("Used by")).setWidth("9rem").setFlexGrow(2);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", t("Files of the pool"));
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(Optional.ofNullable(change.getValue()));
            }
        });
    }

    private static Component name(PoolRow row) {
        return switch (row) {
            case PoolRow.Film film -> new Span(film.name());
            case PoolRow.Folder folder -> {
                Span name = new Span(VaadinIcon.FOLDER_O.create(), Navigation.toPool(folder.path(), folder.name()));
                name.addClassName("winslow-folder");
                yield name;
            }
        };
    }

    private static String users(PoolRow row) {
        return switch (row) {
            case PoolRow.Film film ->
                film.users().stream().map(PoolUser::projectName).collect(Collectors.joining(", "));
            case PoolRow.Folder folder -> "";
        };
    }

    private void choose(Optional<PoolRow> row) {
        chosen = row.flatMap(PoolView::film).map(film -> film.file().id());
        row.filter(PoolRow.Folder.class::isInstance)
                .map(PoolRow.Folder.class::cast)
                .ifPresentOrElse(into -> Navigation.goToPool(Navigation.FOLDER, into.path()), this::refresh);
    }

    private static Optional<PoolRow.Film> film(PoolRow row) {
        return row instanceof PoolRow.Film film ? Optional.of(film) : Optional.empty();
    }

    private void refresh() {
        List<FileView> files = desk.files();
        List<FileView> here = folder.below(files);
        long bytes = here.stream().mapToLong(FileView::size).sum();
        sum.setText(here.isEmpty() ? "" : count(here.size(), "1 file, {1}", "{0} files, {1}", Words.size(bytes)));
        List<PoolRow> visible = folder.rows(files, desk.users(), filter.getValue());
        if (visible.isEmpty()) {
            grid.setEmptyStateComponent(empty(files));
        }
        // Only what differs: whoever walks the table by keyboard stays where they are.
        if (!visible.equals(shown)) {
            shown = visible;
            grid.setItems(visible);
        }
        Optional<PoolRow.Film> selected = visible.stream()
                .flatMap(row -> film(row).stream())
                .filter(film -> chosen.equals(Optional.of(film.file().id())))
                .findFirst();
        selected.ifPresentOrElse(grid::select, grid::deselectAll);
        panel.show(selected);
        found.show(desk.found());
        triggers.show();
    }

    private Div empty(List<FileView> files) {
        if (files.isEmpty()) {
            return Pages.empty(
                    t("The pool is empty"),
                    t("Send a film here once, and any number of projects can have it without another copy."));
        }
        return filter.isEmpty()
                ? Pages.empty(t("Nothing lies in this folder"), t("A folder is there as long as a file lies in it."))
                : Pages.empty(t("No file fits"), t("Only this folder and those below were searched."));
    }

    private void arrived(FileView file, boolean awaited) {
        Notices.done(t("{0} is in the pool.", file.path()));
        if (awaited) {
            goTo(file);
        } else {
            refresh();
        }
    }

    /** The address may be the file's already, from where it lay before: then nothing enters the page. */
    private void goTo(FileView file) {
        show(file);
        Navigation.goToPool(Navigation.FILE, file.id().toString());
    }

    private void deleted() {
        chosen = Optional.empty();
        refresh();
    }
}
