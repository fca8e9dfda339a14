package dev.winslow.ui.project;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepState;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.artifact.Results;
import dev.winslow.ui.log.AttemptLog;
import dev.winslow.ui.run.AttemptHistory;
import dev.winslow.ui.run.PipelineDiagram;
import dev.winslow.ui.run.StepDetails;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A run: diagram, the step that is looked at, log, results, attempts and files. */
final class RunPanel extends Div {
    private static final List<StepState> INTEREST =
            List.of(StepState.FAILED, StepState.RUNNING, StepState.WAITING, StepState.QUEUED, StepState.PAUSED);

    private final transient ProjectDesk desk;
    private final PipelineDiagram diagram = new PipelineDiagram();
    private final StepDetails details;
    private final Results results = new Results();
    private final AttemptLog log = new AttemptLog();
    private final Span logTitle = new Span();
    private final AttemptHistory history;
    private final Div files = new Div();
    private final TabSheet tabs = new TabSheet();
    private final Tab logTab;
    private Optional<UUID> drawn = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    /** The attempt whose log the person opened; without it the log is that of the step's latest. */
    private transient Optional<AttemptView> reading = Optional.empty();

    private transient Optional<RunView> run = Optional.empty();

    RunPanel(ProjectDesk desk) {
        this.desk = desk;
        details = new StepDetails(step -> retry(step));
        history = new AttemptHistory(this::openLog);
        addClassName("winslow-run");
        diagram.onChoice(this::choose);
        Div drawing = Pages.panel(diagram);
        drawing.addClassName("winslow-flush");
        logTitle.addClassName("winslow-secondary");
        log.setHeight("420px");
        log.setWidthFull();
        tabs.add("Results", results);
        logTab = tabs.add("Log", new Div(logTitle, log));
        tabs.add("Attempts", history);
        tabs.add("Files", files);
        tabs.setWidthFull();
        Div lower = new Div(tabs, details);
        lower.addClassNames("winslow-two", "winslow-top");
        add(drawing, lower);
    }

    void show(RunView view) {
        run = Optional.of(view);
        if (!drawn.equals(Optional.of(view.id()))) {
            drawn = Optional.of(view.id());
            chosen = Optional.empty();
            reading = Optional.empty();
            desk.diagram(view).ifPresent(diagram::show);
        }
        diagram.mark(view.steps());
        results.show(desk.files(view, Area.OUTPUT));
        history.show(desk.attempts(view));
        showFiles(view);
        showStep();
    }

    /** A click on what is no step (a gateway, the canvas) goes back to following the run. */
    private void choose(String element) {
        chosen = run.flatMap(view -> step(view, element)).map(StepView::id);
        reading = Optional.empty();
        showStep();
    }

    private void showStep() {
        Optional<StepView> step =
                run.flatMap(view -> chosen.flatMap(id -> step(view, id)).or(() -> ofInterest(view)));
        step.ifPresent(details::show);
        details.setVisible(step.isPresent());
        reading.or(() -> step.flatMap(StepView::latestAttempt))
                .or(() -> run.flatMap(this::latestAttempt))
                .ifPresent(this::showLog);
    }

    private void showLog(AttemptView attempt) {
        log.show(attempt.id());
        logTitle.setText(attempt.stageName() + ", attempt " + attempt.number());
    }

    private void openLog(AttemptView attempt) {
        chosen = Optional.of(attempt.stageId());
        reading = Optional.of(attempt);
        showStep();
        tabs.setSelectedTab(logTab);
    }

    private void retry(StepView step) {
        run.ifPresent(view -> Notices.attempt(() -> desk.runs().retry(view.id(), step.id())));
    }

    private void showFiles(RunView view) {
        files.removeAll();
        files.add(
                new H2("Videos and uploads"),
                Results.downloads(desk.inputs(view.projectId())),
                new H2("Workspace"),
                Results.downloads(desk.files(view, Area.WORKSPACE)));
    }

    private Optional<AttemptView> latestAttempt(RunView view) {
        List<AttemptView> attempts = desk.attempts(view);
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    private static Optional<StepView> step(RunView view, String id) {
        return view.steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The step that a person most likely wants to see: what failed, what runs, what waits; else the last that was done. */
    private static Optional<StepView> ofInterest(RunView view) {
        return INTEREST.stream()
                .flatMap(state -> view.steps().stream().filter(step -> step.state() == state))
                .findFirst()
                .or(() -> view.steps().stream()
                        .filter(step -> step.state() == StepState.SUCCEEDED)
                        .reduce((first, second) -> second));
    }
}
