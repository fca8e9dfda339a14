package dev.winslow.ui.project;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import dev.winslow.api.project.BulkAction;
import dev.winslow.api.project.BulkResult;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What can be done to all projects that are selected. */
final class BulkBar extends Div {
    private final transient ListDesk desk;
    private final transient Command changed;
    private final Span count = new Span();
    private transient Map<UUID, ProjectView> selected = Map.of();

    BulkBar(ListDesk desk, Command deselect, Command changed) {
        this.desk = desk;
        this.changed = changed;
        addClassNames("winslow-panel", "winslow-bulk");
        getElement()
                .setAttribute("role", "toolbar")
                .setAttribute("aria-label", "What to do with the selected projects");
        Div space = new Div();
        space.addClassName("winslow-space");
        add(
                count,
                act("Start", BulkAction.START, "started"),
                act("Pause", BulkAction.PAUSE, "paused"),
                act("Resume", BulkAction.RESUME, "resumed"),
                button("Tags …", this::chooseTags),
                button("Delete …", () -> confirmDeletion(deselect)),
                space,
                button("Select none", deselect));
        setVisible(false);
    }

    void show(Set<ProjectView> projects) {
        selected = projects.stream().collect(Collectors.toMap(ProjectView::id, project -> project));
        setVisible(!selected.isEmpty());
        count.setText(selected.size() == 1 ? "1 project selected" : selected.size() + " projects selected");
    }

    private Button act(String words, BulkAction action, String done) {
        return button(words, () -> act(action, List.of(), done));
    }

    private static Button button(String words, Command click) {
        Button button = new Button(words, clicked -> click.execute());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    /** What was done is told in one sentence, and what was not, with the reason of each. */
    private void act(BulkAction action, List<String> tags, String done) {
        Map<UUID, ProjectView> those = selected;
        List<BulkResult> results = desk.act(those.keySet(), action, tags);
        List<BulkResult> refused =
                results.stream().filter(result -> !result.done()).toList();
        int well = results.size() - refused.size();
        if (refused.isEmpty()) {
            Notices.done("%d %s %s.".formatted(well, well == 1 ? "project" : "projects", done));
        } else {
            Notices.refused("%d of %d %s. %s"
                    .formatted(
                            well,
                            results.size(),
                            done,
                            refused.stream()
                                    .limit(3)
                                    .map(result -> Optional.ofNullable(those.get(result.projectId()))
                                                    .map(ProjectView::name)
                                                    .orElse("One")
                                            + ": " + result.sentence())
                                    .collect(Collectors.joining(" "))));
        }
        changed.execute();
    }

    private void chooseTags() {
        MultiSelectComboBox<String> tags = new MultiSelectComboBox<>("Tags");
        tags.setAllowCustomValue(true);
        Set<String> known = desk.all().stream()
                .flatMap(project -> project.tags().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        tags.setItems(known);
        tags.addCustomValueSetListener(entered -> {
            Set<String> chosen = new TreeSet<>(tags.getValue());
            chosen.add(entered.getDetail().strip());
            tags.getListDataView().addItem(entered.getDetail().strip());
            tags.setValue(chosen);
        });
        tags.setWidthFull();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Tags of " + count.getText());
        dialog.add(tags);
        dialog.setCancelable(true);
        dialog.setRejectable(true);
        dialog.setRejectText("Take away");
        dialog.setConfirmText("Add");
        dialog.addConfirmListener(confirmed -> act(BulkAction.TAG, List.copyOf(tags.getValue()), "tagged"));
        dialog.addRejectListener(rejected -> act(BulkAction.UNTAG, List.copyOf(tags.getValue()), "changed"));
        dialog.open();
    }

    private void confirmDeletion(Command deselect) {
        DeletionView gone = desk.wouldGo(selected.keySet());
        ConfirmDialog confirm = new ConfirmDialog(
                "Delete " + (selected.size() == 1 ? "1 project" : selected.size() + " projects") + "?",
                "With them go %d runs, %d files (%s) and their logs%s. This cannot be undone. Files in the pool stay."
                        .formatted(
                                gone.runs(),
                                gone.files(),
                                Words.size(gone.bytes()),
                                gone.openRun() ? "; runs that are on their way end" : ""),
                "Delete",
                confirmed -> {
                    act(BulkAction.DELETE, List.of(), "deleted");
                    deselect.execute();
                });
        confirm.setConfirmButtonTheme("error primary");
        confirm.setCancelable(true);
        confirm.open();
    }
}
