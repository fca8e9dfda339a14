package dev.winslow.ui.study;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.study.ParameterValues;
import dev.winslow.api.study.StudyRun;
import dev.winslow.api.study.StudyView;
import dev.winslow.ui.artifact.FileAddress;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** One study: what it varied, and beside each combination what came of it. */
final class StudyPanel extends Div {
    private final transient StudyDesk desk;
    private final Span about = new Span();
    private final Anchor csv = new Anchor("", t("Table as CSV"));
    private final Button end = new Button(t("End its runs"), click -> end());
    private transient Optional<StudyView> shown = Optional.empty();
    private transient List<String> columns = List.of();
    private Grid<StudyRun> table = new Grid<>();
    private transient List<StudyRun> rows = new ArrayList<>();

    private final Consumer<UUID> openLog;

    /** @param openLog called with a run whose log the person wants to read */
    StudyPanel(StudyDesk desk, Consumer<UUID> openLog) {
        this.desk = desk;
        this.openLog = openLog;
        addClassName("winslow-study");
        about.addClassName("winslow-secondary");
        csv.setRouterIgnore(true);
        end.addThemeVariants(ButtonVariant.SMALL);
        Div bar = new Div(about, csv, end);
        bar.addClassName("winslow-bar");
        add(bar, table);
    }

    void show(Optional<StudyView> study, boolean mayEnd) {
        setVisible(study.isPresent());
        study.ifPresent(view -> {
            about.setText(t(
                    "started by {0}, {1}",
                    view.study().createdBy(), Words.time(view.study().createdAt())));
            csv.setHref("page/studies/" + view.study().id() + "/table.csv");
            end.setVisible(
                    mayEnd && view.runs().stream().anyMatch(run -> !run.state().isFinal()));
            List<String> now = StudyColumns.of(view);
            if (!now.equals(columns)
                    || !shown.map(one -> one.study().id())
                            .equals(study.map(one -> one.study().id()))) {
                columns = now;
                build(view);
            }
            renew(view.runs());
        });
        shown = study;
    }

    private void build(StudyView view) {
        remove(table);
        table = new Grid<>();
        table.setAllRowsVisible(view.runs().size() <= 60);
        table.addThemeVariants(GridVariant.NO_BORDER);
        table.getElement().setAttribute("aria-label", t("Runs of the study"));
        table.addColumn(StudyRun::number)
                .setHeader(t("No."))
                .setSortable(true)
                .setFlexGrow(0)
                .setWidth("5rem");
        view.study().parameters().stream()
                .map(ParameterValues::name)
                .forEach(name -> column(name, StudyRun::parameters));
        table.addComponentColumn(run -> new StateBadge(run.state()))
                .setHeader(t("State"))
                .setSortable(true)
                .setComparator(Comparator.comparing(StudyRun::state))
                .setFlexGrow(0)
                .setWidth("9rem");
        table.addColumn(run -> Words.duration(run.duration()))
                .setHeader(t("Took"))
                .setSortable(true)
                .setComparator(Comparator.comparing(StudyRun::duration))
                .setFlexGrow(0)
                .setWidth("8rem");
        table.addComponentColumn(this::log).setHeader(t("Log")).setFlexGrow(0).setWidth("6rem");
        columns.forEach(name -> column(name, StudyRun::results));
        table.addComponentColumn(StudyPanel::files).setHeader(t("Results")).setAutoWidth(true);
        add(table);
        rows = new ArrayList<>(view.runs());
        table.setItems(rows).setIdentifierProvider(StudyRun::number);
    }

    /** Row by row, so that one that stays as it is keeps its links and its button under the pointer. */
    private void renew(List<StudyRun> runs) {
        if (runs.size() != rows.size()) {
            rows = new ArrayList<>(runs);
            table.setItems(rows).setIdentifierProvider(StudyRun::number);
            return;
        }
        for (int i = 0; i < runs.size(); i++) {
            StudyRun run = runs.get(i);
            if (!run.equals(rows.set(i, run))) {
                table.getListDataView().refreshItem(run);
            }
        }
    }

    private void column(String name, Function<StudyRun, Map<String, String>> values) {
        table.addColumn(run -> values.apply(run).getOrDefault(name, ""))
                .setHeader(name)
                .setAutoWidth(true)
                .setSortable(true)
                .setComparator(Comparator.comparing(
                        run -> values.apply(run).getOrDefault(name, ""), StudyColumns.NUMBERS_FIRST));
    }

    private Button log(StudyRun run) {
        Button button = new Button(t("Log"), click -> openLog.accept(run.runId()));
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setAriaLabel(t("Log of run {0}", run.number()));
        return button;
    }

    private static Div files(StudyRun run) {
        Div files = new Div();
        files.addClassName("winslow-study-files");
        run.files().stream().limit(4).forEach(file -> files.add(download(file)));
        return files;
    }

    private static Anchor download(FileView file) {
        Anchor link = new Anchor(
                FileAddress.of(file), file.path().substring(file.path().lastIndexOf('/') + 1));
        link.setRouterIgnore(true);
        return link;
    }

    private void end() {
        shown.ifPresent(view -> Notices.attempt(() -> desk.end(view.study().id())));
    }
}
