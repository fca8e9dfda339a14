package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.winslow.api.access.Right;
import dev.winslow.api.project.CleanUpReport;
import dev.winslow.api.project.ProjectUsage;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.project.StepUsage;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepView;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a project occupies in the storage, step by step, and the way to free some of it. Counted when it is opened, since that reads all files' rows. */
final class StoragePanel extends Details {
    private final transient FilesDesk desk;
    private final Div content = new Div();
    private transient Optional<UUID> project = Optional.empty();
    private transient Map<String, String> names = Map.of();
    private boolean mayChange;

    StoragePanel(FilesDesk desk) {
        this.desk = desk;
        setSummaryText(t("What it occupies, and how to free some of it"));
        setWidthFull();
        content.addClassName("winslow-storage");
        add(content);
        addOpenedChangeListener(opened -> look());
    }

    void show(ProjectView view, Optional<RunView> latest) {
        names = latest.stream()
                .flatMap(run -> run.steps().stream())
                .collect(Collectors.toMap(StepView::id, StepView::name, (one, other) -> one));
        mayChange = view.may().includes(Right.CHANGE);
        if (!project.equals(Optional.of(view.id()))) {
            project = Optional.of(view.id());
            setOpened(false);
        }
    }

    private void look() {
        content.removeAll();
        if (isOpened()) {
            project.ifPresent(id -> Notices.attempt(() -> fill(id, desk.usage(id))));
        }
    }

    private void fill(UUID id, ProjectUsage usage) {
        content.add(
                new Paragraph(t("{0} in {1}.", Words.size(usage.bytes()), count(usage.files(), "1 file", "{0} files"))),
                rows(usage.steps()));
        if (mayChange && usage.files() > 0) {
            content.add(new Button(
                    t("Free some of it …"), click -> new FreeingDialog(desk, id, this::rows, this::freed).open()));
        }
    }

    private void freed(CleanUpReport report) {
        Notices.done(
                t("{0} freed, with {1}.", Words.size(report.bytes()), count(report.files(), "1 file", "{0} files")));
        look();
    }

    /** The largest first, each with a bar of its share. */
    private Component rows(List<StepUsage> steps) {
        Div rows = new Div();
        rows.addClassName("winslow-shares");
        rows.getElement().setAttribute("role", "list");
        long all = Math.max(1, steps.stream().mapToLong(StepUsage::bytes).sum());
        steps.stream()
                .sorted(Comparator.comparingLong(StepUsage::bytes).reversed())
                .map(step -> row(step, (double) step.bytes() / all))
                .forEach(rows::add);
        return rows;
    }

    private Div row(StepUsage step, double share) {
        Div bar = new Div();
        bar.addClassName("winslow-share");
        bar.getStyle().set("--share", String.valueOf(share));
        String files = count(step.files(), "1 file", "{0} files");
        String by = step.stepId().isEmpty() ? "" : ", " + count(step.attempts(), "1 attempt", "{0} attempts");
        Span about = new Span(files + by);
        about.addClassName("winslow-secondary");
        Div row = new Div(
                new Span(step.stepId().map(id -> names.getOrDefault(id, id)).orElseGet(() -> t("Uploaded"))),
                bar,
                new Span(Words.size(step.bytes())),
                about);
        row.getElement().setAttribute("role", "listitem");
        return row;
    }
}
