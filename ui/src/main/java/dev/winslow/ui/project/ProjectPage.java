package dev.winslow.ui.project;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.ui.run.RunPanel;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One project: where its run stands, what it says, what it has left. */
@Route(Navigation.PROJECT + "/:id")
@PermitAll
@StyleSheet("winslow-project.css")
public class ProjectPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient ProjectDesk desk;
    private final Div head = new Div();
    private final Span about = new Span();
    private final Div waiting = new Div();
    private final RunPanel run;
    private final StartPanel start;
    private final ProjectContent content;
    private UUID id = new UUID(0, 0);
    private String title = "Project";

    ProjectPage(ProjectDesk desk, ProjectContent.Factory contents, LiveUpdates live) {
        this.desk = desk;
        addClassName("winslow-page");
        about.addClassName("winslow-secondary");
        waiting.addClassName("winslow-waiting");
        content = contents.create();
        run = content.run();
        start = new StartPanel(desk);
        Div lower = new Div(content.tabs(), run.details());
        lower.addClassNames("winslow-two", "winslow-top", "winslow-lower");
        add(head, about, waiting, start, run.diagram(), lower);
        live.keep(this, changed -> changed.equals(id), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        Optional<ProjectView> project =
                enter.getRouteParameters().get("id").flatMap(ProjectPage::uuid).flatMap(desk::project);
        if (project.isEmpty()) {
            Notices.refused("There is no such project; it may have been deleted.");
            enter.forwardTo(Navigation.PROJECTS);
            return;
        }
        id = project.get().id();
        content.enter(id, enter.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return title + " – Winslow";
    }

    private void refresh() {
        Optional<ProjectView> found = desk.project(id);
        if (found.isEmpty()) {
            Notices.refused("This project was deleted.");
            Navigation.goToProjects();
            return;
        }
        ProjectView project = found.get();
        Optional<RunView> latest = project.latestRun().flatMap(desk::run);
        title = project.name() + " (" + Words.state(project.state()) + ")";
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        head.removeAll();
        Div line = Pages.head(project.name());
        line.addComponentAtIndex(1, new StateBadge(project.state()));
        RunControls.of(desk, latest, start::again).forEach(line::add);
        head.add(line);
        about.setText(about(project, latest));
        showWaiting(latest);
        start.show(project, latest.isEmpty());
        run.setVisible(latest.isPresent());
        latest.ifPresent(run::show);
        content.tabs().show(project, latest);
    }

    private static String about(ProjectView project, Optional<RunView> run) {
        return project.pipelineKey()
                + run.map(latest -> " version " + latest.pipelineVersion() + ", started "
                                + Words.time(latest.startedAt())
                                + latest.endedAt()
                                        .map(end -> ", ended " + Words.time(end))
                                        .orElse("")
                                + latest.timing()
                                        .left()
                                        .map(left -> ", " + Words.left(left))
                                        .orElse("")
                                + latest.pauseAfter()
                                        .map(step -> ", pauses after \"" + name(latest, step) + "\"")
                                        .orElse(""))
                        .orElse(", not started yet")
                + project.owner().map(owner -> ", owned by " + owner).orElse("");
    }

    private static String name(RunView run, String id) {
        return run.steps().stream()
                .filter(step -> step.id().equals(id))
                .map(step -> step.name())
                .findFirst()
                .orElse(id);
    }

    private void showWaiting(Optional<RunView> latest) {
        List<Component> tasks = latest.map(RunView::steps).orElse(List.of()).stream()
                .flatMap(step -> step.openTask().stream().map(task -> (Component)
                        new Div(new Span(step.name() + " waits for you. "), Navigation.toTask(task, "Do it now"))))
                .toList();
        waiting.removeAll();
        waiting.add(tasks);
        waiting.setVisible(!tasks.isEmpty());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
