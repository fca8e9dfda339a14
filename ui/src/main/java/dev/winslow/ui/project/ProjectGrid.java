package dev.winslow.ui.project;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.ListDataProvider;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Projects as a table. What is selected stays selected while the projects change. */
final class ProjectGrid extends Grid<ProjectView> {
    private final List<ProjectView> shown = new ArrayList<>();

    ProjectGrid() {
        addComponentColumn(project -> Navigation.toProject(project.id(), project.name()))
                .setHeader("Project")
                .setFlexGrow(3)
                .setSortable(true)
                .setComparator(Comparator.comparing(project -> project.name().toLowerCase(Locale.ROOT)));
        addComponentColumn(project -> new StateBadge(project.state()))
                .setHeader("State")
                .setSortable(true)
                .setComparator(Comparator.comparing(ProjectView::state));
        addColumn(project -> String.join(", ", project.currentStages()))
                .setHeader("Stands at")
                .setFlexGrow(2);
        addColumn(ProjectView::pipelineKey).setHeader("Pipeline").setSortable(true);
        addColumn(project -> String.join(", ", project.tags())).setHeader("Tags");
        addColumn(project -> Words.time(project.createdAt()))
                .setHeader("Created")
                .setSortable(true)
                .setComparator(Comparator.comparing(ProjectView::createdAt));
        setSelectionMode(SelectionMode.MULTI);
        setAllRowsVisible(true);
        addThemeVariants(GridVariant.NO_BORDER);
        getElement().setAttribute("aria-label", "Projects");
        setEmptyStateComponent(
                Pages.empty(
                        "No projects here",
                        "Make one with \"New project\": give it a name and a video, and its pipeline starts. If there is a filter, clear it."));
        setDataProvider(new ListDataProvider<>(shown) {
            @Override
            public Object getId(ProjectView project) {
                return project.id();
            }
        });
    }

    void show(List<ProjectView> projects) {
        if (shown.equals(projects)) {
            return;
        }
        shown.clear();
        shown.addAll(projects);
        Set<UUID> there = projects.stream().map(ProjectView::id).collect(Collectors.toSet());
        // What is not seen is not acted upon.
        getSelectedItems().stream()
                .filter(project -> !there.contains(project.id()))
                .toList()
                .forEach(this::deselect);
        getDataProvider().refreshAll();
    }

    void onSelection(Consumer<Set<ProjectView>> selected) {
        addSelectionListener(change -> selected.accept(change.getAllSelectedItems()));
    }
}
