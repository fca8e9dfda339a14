package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.run.RunWithAttempts;
import dev.winslow.ui.artifact.FilesDialog;
import dev.winslow.ui.history.HistoryDesk;
import dev.winslow.ui.history.HistoryPanel;
import dev.winslow.ui.log.LogPanel;
import dev.winslow.ui.run.RunPanel;
import dev.winslow.ui.run.SteerDesk;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.study.StudiesPanel;
import dev.winslow.ui.study.StudyDesk;
import dev.winslow.ui.trigger.TriggerDesk;
import dev.winslow.ui.trigger.TriggersPanel;
import dev.winslow.ui.variable.VariableDesk;
import dev.winslow.ui.variable.VariablesPanel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** The diagram and the tabs of a project, and what leads from one to the other: a step to its log, an attempt to its files. */
final class ProjectContent {
    private static final String LOG = "log";

    private final SteerDesk steer;
    private final RunPanel run;
    private final ProjectTabs tabs = new ProjectTabs();
    private final LogPanel log = new LogPanel(this::openLog);
    private UUID project = new UUID(0, 0);
    /** The attempt whose log the person opened; without it the log is that of the step's latest. */
    private Optional<UUID> reading = Optional.empty();

    private Optional<Long> line = Optional.empty();

    private ProjectContent(ProjectDesk desk, SteerDesk steer) {
        this.steer = steer;
        run = new RunPanel(steer, desk::diagram, this::openLog, this::openFiles);
        run.onChoice(this::chosen);
        ResultsPanel results = new ResultsPanel(desk, steer);
        tabs.add("results", t("Results"), results, ofRun(results::show));
        tabs.add(LOG, t("Log"), log, (view, latest) -> showLog(latest));
        tabs.onOpening(key -> remember());
    }

    private void addHistory(HistoryDesk history) {
        HistoryPanel panel = new HistoryPanel(history, this::openLog, this::openFiles);
        tabs.add("history", t("History"), panel, panel::show);
    }

    private void addFiles(FilesDesk files) {
        FilesPanel panel = new FilesPanel(files);
        tabs.add("files", t("Files"), panel, ofRun(panel::show));
    }

    private void addVariables(VariableDesk variables) {
        VariablesPanel panel = new VariablesPanel(variables);
        tabs.add("variables", t("Variables"), panel, ofRun(panel::show));
    }

    private void addStudies(StudyDesk studies) {
        StudiesPanel panel = new StudiesPanel(studies, this::openLogOf);
        tabs.add("studies", t("Studies"), panel, (view, latest) -> panel.show(view));
    }

    private void addTriggers(TriggerDesk triggers) {
        TriggersPanel panel = TriggersPanel.ofProject(triggers);
        tabs.add("triggers", t("Triggers"), panel, (view, latest) -> panel.show(view));
    }

    private void addNotes(PaperDesk papers) {
        NotesPanel notesPanel = new NotesPanel(papers.notes());
        tabs.add(
                "notes",
                t("Notes"),
                notesPanel,
                (view, latest) -> notesPanel.show(view.id(), view.may().includes(Right.CHANGE)));
        SettingsPanel settingsPanel = new SettingsPanel(papers.settings(), papers.rules());
        tabs.add("settings", t("Settings"), settingsPanel, ofRun(settingsPanel::show));
    }

    /** For what needs no attempts. */
    private static BiConsumer<ProjectView, Optional<RunWithAttempts>> ofRun(
            BiConsumer<ProjectView, Optional<RunView>> show) {
        return (view, latest) -> show.accept(view, latest.map(RunWithAttempts::run));
    }

    RunPanel run() {
        return run;
    }

    ProjectTabs tabs() {
        return tabs;
    }

    /** Opens what an address names: a tab, an attempt's log, a line of it. */
    void enter(UUID id, QueryParameters asked) {
        project = id;
        reading = asked.getSingleParameter("attempt").flatMap(ProjectContent::uuid);
        line = asked.getSingleParameter("line").flatMap(ProjectContent::number);
        asked.getSingleParameter("tab").ifPresent(tabs::open);
    }

    private void chosen(StepView step) {
        reading = Optional.empty();
        line = Optional.empty();
        if (tabs.selected().equals(LOG)) {
            tabs.showAgain();
            remember();
        }
    }

    private void openLog(AttemptView attempt) {
        reading = Optional.of(attempt.id());
        line = Optional.empty();
        if (tabs.selected().equals(LOG)) {
            tabs.showAgain();
        } else {
            tabs.open(LOG);
        }
        remember();
    }

    /** Of a stage that has failed and was not mended since, or of the last one. */
    private void openLogOf(UUID id) {
        List<AttemptView> attempts = steer.attempts(id);
        attempts.stream()
                .filter(attempt -> attempt.state().isFailure())
                .filter(attempt -> latest(attempts, attempt.stageId()).equals(Optional.of(attempt)))
                .findFirst()
                .or(() -> attempts.reversed().stream().findFirst())
                .ifPresentOrElse(this::openLog, () -> Notices.done(t("None of its stages has begun yet.")));
    }

    private void openFiles(RunView view, AttemptView attempt) {
        new FilesDialog(
                        t("What attempt {0} of {1} left", attempt.number(), attempt.stageName()),
                        attempt.id(),
                        steer.left(view.projectId(), attempt))
                .open();
    }

    /** The address leads back here after a reload, and can be passed on. */
    private void remember() {
        String address = Navigation.PROJECT + "/" + project + "?tab=" + tabs.selected()
                + reading.filter(attempt -> tabs.selected().equals(LOG))
                        .map(attempt -> "&attempt=" + attempt)
                        .orElse("");
        UI.getCurrent().getPage().getHistory().replaceState(null, address);
    }

    private void showLog(Optional<RunWithAttempts> latest) {
        List<AttemptView> ofLatest = latest.map(RunWithAttempts::attempts).orElse(List.of());
        Optional<UUID> wanted = reading.filter(id -> !has(ofLatest, id));
        // A run that is over is looked up only where its log is what the person opened.
        List<AttemptView> attempts = wanted.map(id -> steer.besides(project, id))
                .filter(earlier -> !earlier.isEmpty())
                .orElse(ofLatest);
        Optional<AttemptView> attempt = reading.flatMap(id ->
                        attempts.stream().filter(each -> each.id().equals(id)).findFirst())
                .or(() -> run.shown().flatMap(step -> latest(attempts, step.id())))
                .or(() -> attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast()));
        log.show(attempts, attempt, line);
    }

    private static boolean has(List<AttemptView> attempts, UUID id) {
        return attempts.stream().anyMatch(attempt -> attempt.id().equals(id));
    }

    private static Optional<AttemptView> latest(List<AttemptView> attempts, String stage) {
        return attempts.stream()
                .filter(attempt -> attempt.stageId().equals(stage))
                .reduce((earlier, later) -> later);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A line as people count them, from 1. */
    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,15}") ? Optional.of(Math.max(0, Long.parseLong(text) - 1)) : Optional.empty();
    }

    @Component
    static class Factory {
        private final ProjectDesk desk;
        private final SteerDesk steer;
        private final HistoryDesk history;
        private final VariableDesk variables;
        private final FilesDesk files;
        private final PaperDesk papers;

        Factory(
                ProjectDesk desk,
                SteerDesk steer,
                HistoryDesk history,
                VariableDesk variables,
                FilesDesk files,
                PaperDesk papers) {
            this.desk = desk;
            this.steer = steer;
            this.history = history;
            this.variables = variables;
            this.files = files;
            this.papers = papers;
        }

        ProjectContent create() {
            ProjectContent content = new ProjectContent(desk, steer);
            content.addHistory(history);
            content.addFiles(files);
            content.addVariables(variables);
            content.addStudies(papers.studies());
            content.addTriggers(papers.triggers());
            content.addNotes(papers);
            return content;
        }
    }
}
