package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.engine.run.RunWithAttempts;
import dev.winslow.ui.run.RunPanel;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Calls;
import dev.winslow.ui.shell.Drawn;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One project: where its run stands, what it says, what it has left. */
@Route(Navigation.PROJECT + "/:id")
@PermitAll
@StyleSheet("winslow-project.css")
public class ProjectPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient ProjectDesk desk;
    private final transient Calls calls;
    private final Div head = new Div();
    private final Drawn drawnHead = new Drawn();
    private final Drawn drawnWaiting = new Drawn();
    private final Span about = new Span();
    private final Div waiting = new Div();
    private final RunPanel run;
    private final StartPanel start;
    private final ProjectContent content;
    private UUID id = new UUID(0, 0);
    private String title = t("Project");

    ProjectPage(ProjectDesk desk, ProjectContent.Factory contents, LiveUpdates live, Calls calls) {
        this.desk = desk;
        this.calls = calls;
        addClassName("winslow-page");
        about.addClassName("winslow-secondary");
        waiting.addClassName("winslow-waiting");
        content = contents.create();
        run = content.run();
        start = new StartPanel(desk);
        Div lower = new Div(content.tabs(), run.details());
        lower.addClassNames("winslow-two", "winslow-top", "winslow-lower");
        add(head, about, waiting, start, run.diagram(), lower);
        // Sent by the bell when the person comes back to the page.
        getElement().addEventListener("winslow-looked-at", looked -> calls.read(id, Person.viewer()));
        live.keep(this, changed -> changed.equals(id), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        Optional<ProjectView> project =
                enter.getRouteParameters().get("id").flatMap(ProjectPage::uuid).flatMap(desk::project);
        if (project.isEmpty()) {
            Notices.refused(t("There is no such project; it may have been deleted."));
            enter.forwardTo(Navigation.PROJECTS);
            return;
        }
        id = project.get().id();
        content.enter(id, enter.getLocation().getQueryParameters());
        calls.read(id, Person.viewer());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return title + " – Winslow";
    }

    private void refresh() {
        Optional<ProjectView> found = desk.project(id);
        if (found.isEmpty()) {
            Notices.refused(t("This project was deleted, or it is not for you any more."));
            Navigation.goToProjects();
            return;
        }
        ProjectView project = found.get();
        if (project.state() == ProjectState.FAILED) {
            readIfLookedAt();
        }
        Optional<RunWithAttempts> tried = project.latestRun().flatMap(desk::run);
        Optional<RunView> latest = tried.map(RunWithAttempts::run);
        title = project.name() + " (" + Words.state(project.state()) + ")";
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        boolean mayChange = project.may().includes(Right.CHANGE);
        drawnHead.show(
                List.of(
                        project.name(),
                        project.state(),
                        mayChange,
                        latest.map(view ->
                                RunControls.Offer.of(view, desk.versions().newer(view)))),
                () -> drawHead(project, mayChange ? latest : Optional.empty()));
        about.setText(about(project, latest));
        showWaiting(project.may().includes(Right.TAKE_PART) ? latest : Optional.empty());
        start.show(project, latest.isEmpty(), mayChange);
        run.offerMoves(mayChange);
        run.setVisible(latest.isPresent());
        tried.ifPresent(run::show);
        content.tabs().show(project, tried);
    }

    private void drawHead(ProjectView project, Optional<RunView> steered) {
        head.removeAll();
        Div line = Pages.head(project.name());
        line.addComponentAtIndex(1, new StateBadge(project.state()));
        RunControls.of(desk, steered, start::again).forEach(line::add);
        head.add(line);
    }

    /** A failure is news until somebody has the page before them. */
    private void readIfLookedAt() {
        getElement()
                .executeJs("return document.visibilityState === 'visible' && document.hasFocus()")
                .then(Boolean.class, looked -> {
                    if (looked) {
                        calls.read(id, Person.viewer());
                    }
                });
    }

    private static String about(ProjectView project, Optional<RunView> run) {
        List<String> facts = new ArrayList<>();
        run.ifPresentOrElse(
                latest -> facts.addAll(about(project, latest)),
                () -> facts.addAll(List.of(project.pipelineKey(), t("not started yet"))));
        project.owner().ifPresent(owner -> facts.add(t("owned by {0}", owner)));
        return String.join(", ", facts);
    }

    private static List<String> about(ProjectView project, RunView latest) {
        List<String> facts = new ArrayList<>();
        facts.add(t("{0} version {1}", project.pipelineKey(), latest.pipelineVersion()));
        facts.add(t("started {0}", Words.time(latest.startedAt())));
        latest.endedAt().ifPresent(end -> facts.add(t("ended {0}", Words.time(end))));
        latest.timing().left().ifPresent(left -> facts.add(Words.left(left)));
        latest.pauseAfter().ifPresent(step -> facts.add(t("pauses after \"{0}\"", name(latest, step))));
        return facts;
    }

    private static String name(RunView run, String id) {
        return run.steps().stream()
                .filter(step -> step.id().equals(id))
                .map(step -> step.name())
                .findFirst()
                .orElse(id);
    }

    private void showWaiting(Optional<RunView> latest) {
        List<OpenTask> tasks = latest.map(RunView::steps).orElse(List.of()).stream()
                .flatMap(step -> step.openTask().stream().map(task -> new OpenTask(task, step.name())))
                .toList();
        drawnWaiting.show(tasks, () -> {
            waiting.removeAll();
            tasks.forEach(task -> waiting.add(new Div(
                    new Span(t("{0} waits for you.", task.step()) + " "),
                    Navigation.toTask(task.id(), t("Do it now")))));
        });
        waiting.setVisible(!tasks.isEmpty());
    }

    private record OpenTask(UUID id, String step) {}

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
