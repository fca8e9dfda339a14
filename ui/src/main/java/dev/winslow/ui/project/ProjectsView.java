package dev.winslow.ui.project;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All projects, with how they stand. */
@Route(Navigation.PROJECTS)
@PageTitle("Projects – Winslow")
@PermitAll
public class ProjectsView extends Main implements BeforeEnterObserver {
    private final transient ProjectService projects;
    private final transient NewProjectDialog.Factory dialogs;
    private final Grid<ProjectView> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Div figures = new Div();

    ProjectsView(ProjectService projects, NewProjectDialog.Factory dialogs, LiveUpdates live) {
        this.projects = projects;
        this.dialogs = dialogs;
        addClassName("winslow-page");
        Button create = new Button(
                "New project",
                VaadinIcon.PLUS.create(),
                click -> dialogs.create().open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
        filter.setPlaceholder("Filter projects");
        filter.setAriaLabel("Filter projects");
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        figures.addClassName("winslow-figures");
        buildGrid();
        Div list = Pages.panel(grid);
        list.addClassName("winslow-flush");
        add(Pages.head("Projects", filter, create), figures, list);
        live.keep(this, project -> true, this::refresh);
        refresh();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        QueryParameters asked = enter.getLocation().getQueryParameters();
        asked.getSingleParameter(Navigation.FIND).ifPresent(filter::setValue);
        if (asked.getParameters().containsKey("new")) {
            dialogs.create().open();
        }
    }

    private void buildGrid() {
        grid.addComponentColumn(project -> Navigation.toProject(project.id(), project.name()))
                .setHeader("Project")
                .setFlexGrow(3)
                .setSortable(true)
                .setComparator(Comparator.comparing(project -> project.name().toLowerCase(Locale.ROOT)));
        grid.addComponentColumn(project -> new StateBadge(project.state()))
                .setHeader("State")
                .setSortable(true)
                .setComparator(Comparator.comparing(ProjectView::state));
        grid.addColumn(project -> String.join(", ", project.currentStages()))
                .setHeader("Stands at")
                .setFlexGrow(2);
        grid.addColumn(ProjectView::pipelineKey).setHeader("Pipeline");
        grid.addColumn(project -> String.join(", ", project.tags())).setHeader("Tags");
        grid.addColumn(project -> Words.time(project.createdAt()))
                .setHeader("Created")
                .setSortable(true)
                .setComparator(Comparator.comparing(ProjectView::createdAt));
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", "Projects");
        grid.setEmptyStateComponent(
                Pages.empty(
                        "No projects here",
                        "Make one with \"New project\": give it a name and a video, and its pipeline starts. If there is a filter, clear it."));
    }

    private void refresh() {
        List<ProjectView> all = projects.list();
        String wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
        grid.setItems(all.stream()
                .filter(project -> (project.name() + " " + String.join(" ", project.tags()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList());
        figures.removeAll();
        figures.add(
                figure(all, "running", Set.of(ProjectState.RUNNING, ProjectState.QUEUED)),
                figure(all, "waiting for you", Set.of(ProjectState.WAITING)),
                figure(all, "failed", Set.of(ProjectState.FAILED)),
                figure(all, "done", Set.of(ProjectState.SUCCEEDED)));
    }

    private static Div figure(List<ProjectView> all, String words, Set<ProjectState> states) {
        long count =
                all.stream().filter(project -> states.contains(project.state())).count();
        Span number = new Span(String.valueOf(count));
        number.addClassName("winslow-number");
        return Pages.panel(number, new Span(words));
    }
}
