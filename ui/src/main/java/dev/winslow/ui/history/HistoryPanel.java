package dev.winslow.ui.history;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.run.Run;
import dev.winslow.engine.run.RunWithAttempts;
import dev.winslow.ui.run.AttemptHistory;
import dev.winslow.ui.shell.Pages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Runs and attempts in time, and who did what. */
public final class HistoryPanel extends Div {
    private final transient HistoryDesk desk;
    private final RunList runs = new RunList(this::choose);
    private final Gantt gantt = new Gantt();
    private final AttemptHistory attempts;
    private final Div ofRun = new Div();
    private final EventList events;
    private final Div none = Pages.empty(t("No run yet"), t("Each run stands here with how long its stages took."));
    private Optional<UUID> chosen = Optional.empty();
    private transient Optional<ProjectView> project = Optional.empty();
    private transient Optional<RunWithAttempts> newest = Optional.empty();
    private transient Optional<RunWithAttempts> shown = Optional.empty();

    /**
     * @param openLog called with an attempt whose log the person wants to read
     * @param openFiles called with one whose files the person wants to see
     */
    public HistoryPanel(HistoryDesk desk, Consumer<AttemptView> openLog, BiConsumer<RunView, AttemptView> openFiles) {
        this.desk = desk;
        addClassName("winslow-history");
        attempts = new AttemptHistory(
                openLog, attempt -> shown.ifPresent(tried -> openFiles.accept(tried.run(), attempt)));
        events = new EventList(desk);
        gantt.onChoice(id -> shown.stream()
                .flatMap(tried -> tried.attempts().stream())
                .filter(attempt -> attempt.id().toString().equals(id))
                .findFirst()
                .ifPresent(openLog));
        Div top = new Div(runs, gantt);
        top.addClassName("winslow-history-top");
        ofRun.add(top, attempts);
        ofRun.addClassName("winslow-history-run");
        add(ofRun, none, new H2(t("Who did what")), events);
    }

    /** @param latest the newest run, of which it is known how it stands */
    public void show(ProjectView view, Optional<RunWithAttempts> latest) {
        project = Optional.of(view);
        newest = latest;
        List<Run> all = desk.runs(view.id());
        Optional<UUID> current = chosen.filter(
                        id -> all.stream().anyMatch(run -> run.id().equals(id)))
                .or(() -> latest.map(tried -> tried.run().id()));
        none.setVisible(all.isEmpty());
        ofRun.setVisible(!all.isEmpty());
        current.flatMap(id ->
                        latest.filter(tried -> tried.run().id().equals(id)).or(() -> desk.run(id)))
                .ifPresent(tried -> showRun(all, tried));
        events.show(view.id());
    }

    private void showRun(List<Run> all, RunWithAttempts tried) {
        Instant now = desk.now();
        RunView run = tried.run();
        shown = Optional.of(tried);
        runs.show(all, newest.map(latest -> latest.run().state()), run.id(), now);
        gantt.show(run, Bar.of(run, tried.attempts(), desk.tasks(run)), now);
        attempts.show(tried.attempts());
    }

    private void choose(UUID run) {
        chosen = Optional.of(run);
        project.ifPresent(view -> show(view, newest));
    }
}
