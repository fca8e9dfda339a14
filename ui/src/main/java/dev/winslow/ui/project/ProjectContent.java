package dev.winslow.ui.project;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.artifact.FileBrowser;
import dev.winslow.ui.artifact.FilesDialog;
import dev.winslow.ui.artifact.Results;
import dev.winslow.ui.history.HistoryDesk;
import dev.winslow.ui.history.HistoryPanel;
import dev.winslow.ui.log.LogPanel;
import dev.winslow.ui.run.RunPanel;
import dev.winslow.ui.run.SteerDesk;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.variable.VariableDesk;
import dev.winslow.ui.variable.VariablesPanel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The diagram and the tabs of a project, and what leads from one to the other: a step to its log, an attempt to its files. */
final class ProjectContent {
    private static final String LOG = "log";

    private final ProjectDesk desk;
    private final SteerDesk steer;
    private final RunPanel run;
    private final ProjectTabs tabs = new ProjectTabs();
    private final LogPanel log = new LogPanel(this::openLog);
    private final Results results = new Results();
    private final FileBrowser files = new FileBrowser();
    private UUID project = new UUID(0, 0);
    /** The attempt whose log the person opened; without it the log is that of the step's latest. */
    private Optional<UUID> reading = Optional.empty();

    private Optional<Long> line = Optional.empty();

    private ProjectContent(ProjectDesk desk, SteerDesk steer) {
        this.desk = desk;
        this.steer = steer;
        run = new RunPanel(steer, desk::diagram, this::openLog, this::openFiles);
        run.onChoice(this::chosen);
        tabs.add("results", "Results", results, (view, latest) -> showResults(latest));
        tabs.add(LOG, "Log", log, (view, latest) -> showLog(latest));
        tabs.onOpening(key -> remember());
    }

    private void addHistory(HistoryDesk history) {
        HistoryPanel panel = new HistoryPanel(history, this::openLog);
        tabs.add("history", "History", panel, panel::show);
        tabs.add("files", "Files", files, this::showFiles);
    }

    private void addVariables(VariableDesk variables) {
        VariablesPanel panel = new VariablesPanel(variables);
        tabs.add("variables", "Variables", panel, panel::show);
    }

    private void addNotes(NotesDesk notes, SettingsDesk settings) {
        NotesPanel notesPanel = new NotesPanel(notes);
        tabs.add("notes", "Notes", notesPanel, (view, latest) -> notesPanel.show(view.id()));
        SettingsPanel settingsPanel = new SettingsPanel(settings);
        tabs.add("settings", "Settings", settingsPanel, (view, latest) -> settingsPanel.show(view));
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

    private void openFiles(RunView view, AttemptView attempt) {
        new FilesDialog(
                        "What attempt %d of %s left".formatted(attempt.number(), attempt.stageName()),
                        steer.left(view, attempt))
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

    private void showResults(Optional<RunView> latest) {
        results.show(latest.map(view -> desk.files(view, Area.OUTPUT)).orElse(List.of()));
    }

    private void showLog(Optional<RunView> latest) {
        List<AttemptView> attempts = latest.map(desk::attempts).orElse(List.of());
        Optional<AttemptView> attempt = reading.flatMap(id ->
                        attempts.stream().filter(each -> each.id().equals(id)).findFirst())
                .or(() -> run.shown().flatMap(step -> latest(attempts, step)))
                .or(() -> attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast()));
        log.show(attempts, attempt, line);
    }

    private static Optional<AttemptView> latest(List<AttemptView> attempts, StepView step) {
        return attempts.stream()
                .filter(attempt -> attempt.stageId().equals(step.id()))
                .reduce((earlier, later) -> later);
    }

    private void showFiles(ProjectView view, Optional<RunView> latest) {
        Map<String, List<FileView>> groups = new LinkedHashMap<>();
        groups.put("Videos and uploads", desk.inputs(view.id()));
        groups.put("Results", latest.map(each -> desk.files(each, Area.OUTPUT)).orElse(List.of()));
        groups.put(
                "Workspace",
                latest.map(each -> desk.files(each, Area.WORKSPACE)).orElse(List.of()));
        files.show(groups);
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
        private final NotesDesk notes;
        private final SettingsDesk settings;

        Factory(
                ProjectDesk desk,
                SteerDesk steer,
                HistoryDesk history,
                VariableDesk variables,
                NotesDesk notes,
                SettingsDesk settings) {
            this.desk = desk;
            this.steer = steer;
            this.history = history;
            this.variables = variables;
            this.notes = notes;
            this.settings = settings;
        }

        ProjectContent create() {
            ProjectContent content = new ProjectContent(desk, steer);
            content.addHistory(history);
            content.addVariables(variables);
            content.addNotes(notes, settings);
            return content;
        }
    }
}
