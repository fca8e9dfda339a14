package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableFunction;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Projects as a table. What is selected stays selected while the projects change, and a row that changes is not made anew. */
@JsModule("./kept-focus.ts")
final class ProjectGrid extends Grid<Listed> {
    /** A longer table scrolls within itself, and makes only the rows that are seen. */
    private static final int MOST_ROWS = 20;

    private final List<Listed> shown = new ArrayList<>();

    ProjectGrid(String title) {
        addColumns();
        setSelectionMode(SelectionMode.MULTI);
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("winslow-project-grid");
        getElement().setAttribute("aria-label", title);
        setEmptyStateComponent(none());
        setDataProvider(new ListDataProvider<>(shown) {
            @Override
            public Object getId(Listed listed) {
                return listed.project().id();
            }
        });
        setAllRowsVisible(true);
        setPageSize(MOST_ROWS);
        addAttachListener(attached -> getElement().executeJs("window.winslowKeptFocus(this)"));
    }

    private void addColumns() {
        addColumn(kept(
                        Anchor.class,
                        listed -> Navigation.toProject(
                                listed.project().id(), listed.project().name()),
                        (link, listed) -> link.setText(listed.project().name())))
                .setHeader(t("Project"))
                .setFlexGrow(3)
                .setSortable(true)
                .setComparator(
                        Comparator.comparing(listed -> listed.project().name().toLowerCase(Locale.ROOT)));
        addComponentColumn(listed -> new StateBadge(listed.project().state()))
                .setHeader(t("State"))
                .setSortable(true)
                .setComparator(Comparator.comparing(listed -> listed.project().state()));
        addColumn(listed -> String.join(", ", listed.project().currentStages()))
                .setHeader(t("Stands at"))
                .setFlexGrow(2);
        addColumn(kept(ProjectProgress.class, ProjectProgress::new, ProjectProgress::show))
                .setHeader(t("Progress"))
                .setFlexGrow(2)
                .setSortable(true)
                .setComparator(Comparator.comparing(
                        listed -> listed.standing().map(Standing::percent).orElse(-1)));
        addColumn(listed -> listed.project().pipelineKey())
                .setHeader(t("Pipeline"))
                .setSortable(true);
        addColumn(listed -> String.join(", ", listed.project().tags())).setHeader(t("Tags"));
        addColumn(listed -> Words.time(listed.project().createdAt()))
                .setHeader(t("Created"))
                .setWidth("12rem")
                .setFlexGrow(0)
                .setSortable(true)
                .setComparator(Comparator.comparing(listed -> listed.project().createdAt()));
    }

    /** A cell that is made once for a row, and told what has changed. */
    private static <C extends Component> ComponentRenderer<C, Listed> kept(
            Class<C> type, SerializableFunction<Listed, C> make, SerializableBiConsumer<C, Listed> change) {
        return new ComponentRenderer<>(make, (cell, listed) -> {
            change.accept(type.cast(cell), listed);
            return cell;
        });
    }

    void show(List<Listed> projects) {
        if (shown.equals(projects)) {
            return;
        }
        List<UUID> before = order();
        Set<Listed> known = new HashSet<>(shown);
        List<Listed> changed =
                projects.stream().filter(listed -> !known.contains(listed)).toList();
        shown.clear();
        shown.addAll(projects);
        if (before.equals(order())) {
            changed.forEach(getDataProvider()::refreshItem);
            return;
        }
        Set<UUID> there = projects.stream().map(listed -> listed.project().id()).collect(Collectors.toSet());
        // What is not seen is not acted upon.
        getSelectedItems().stream()
                .filter(listed -> !there.contains(listed.project().id()))
                .toList()
                .forEach(this::deselect);
        setAllRowsVisible(projects.size() <= MOST_ROWS);
        getDataProvider().refreshAll();
    }

    /** As the table shows them, sorted by what the person chose. */
    private List<UUID> order() {
        return Optional.<Comparator<Listed>>ofNullable(getDataCommunicator().getInMemorySorting())
                .map(sorting -> shown.stream().sorted(sorting))
                .orElseGet(shown::stream)
                .map(listed -> listed.project().id())
                .toList();
    }

    void onSelection(Consumer<Set<ProjectView>> selected) {
        addSelectionListener(change -> selected.accept(selected()));
    }

    Set<ProjectView> selected() {
        return getSelectedItems().stream().map(Listed::project).collect(Collectors.toSet());
    }

    /** Selects those of them that stand here, and returns the rest. */
    Set<UUID> choose(Collection<UUID> projects) {
        Set<UUID> rest = new HashSet<>(projects);
        shown.stream()
                .filter(listed -> rest.remove(listed.project().id()))
                .toList()
                .forEach(this::select);
        return rest;
    }

    /** What stands where there is no project. */
    static Div none() {
        return Pages.empty(
                t("No projects here"),
                t(
                        "Make one with \"New project\": give it a name and a video, and its pipeline starts. If there is a filter, clear it."));
    }
}
