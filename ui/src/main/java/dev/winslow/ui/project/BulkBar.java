package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import dev.winslow.api.access.Right;
import dev.winslow.api.project.BulkAction;
import dev.winslow.api.project.BulkResult;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.language.ComponentTexts;
import dev.winslow.ui.shell.Confirmation;
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
    private final Span chosen = new Span();
    private final Span changes = new Span();
    private final Button delete;
    private transient Map<UUID, ProjectView> selected = Map.of();

    BulkBar(ListDesk desk, Command deselect, Command changed) {
        this.desk = desk;
        this.changed = changed;
        addClassNames("winslow-panel", "winslow-bulk");
        getElement()
                .setAttribute("role", "toolbar")
                .setAttribute("aria-label", t("What to do with the selected projects"));
        Div space = new Div();
        space.addClassName("winslow-space");
        changes.add(
                act(t("Start"), BulkAction.START),
                act(t("Pause"), BulkAction.PAUSE),
                act(t("Resume"), BulkAction.RESUME),
                button(t("Tags …"), this::chooseTags));
        changes.addClassName("winslow-bulk-changes");
        delete = button(t("Delete …"), () -> confirmDeletion(deselect));
        add(chosen, changes, delete, space, button(t("Select none"), deselect));
        setVisible(false);
    }

    void show(Set<ProjectView> projects) {
        selected = projects.stream().collect(Collectors.toMap(ProjectView::id, project -> project));
        setVisible(!selected.isEmpty());
        changes.setVisible(projects.stream().allMatch(project -> project.may().includes(Right.CHANGE)));
        delete.setVisible(projects.stream().allMatch(project -> project.may() == Right.OWN));
        chosen.setText(count(selected.size(), "1 project selected", "{0} projects selected"));
    }

    private Button act(String words, BulkAction action) {
        return button(words, () -> act(selected, action, List.of()));
    }

    private static Button button(String words, Command click) {
        Button button = new Button(words, clicked -> click.execute());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    /** What was done is told in one sentence, and what was not, with the reason of each. */
    private void act(Map<UUID, ProjectView> those, BulkAction action, List<String> tags) {
        List<BulkResult> results = desk.act(those.keySet(), action, tags);
        List<BulkResult> refused =
                results.stream().filter(result -> !result.done()).toList();
        int well = results.size() - refused.size();
        if (refused.isEmpty()) {
            Notices.done(done(action, well));
        } else {
            Notices.refused(t(
                    "{0} of {1} done. {2}",
                    well,
                    results.size(),
                    refused.stream()
                            .limit(3)
                            .map(result -> Optional.ofNullable(those.get(result.projectId()))
                                            .map(ProjectView::name)
                                            .orElseGet(() -> t("One"))
                                    + ": " + result.sentence())
                            .collect(Collectors.joining(" "))));
        }
        changed.execute();
    }

    private static String done(BulkAction action, int well) {
        return switch (action) {
            case START -> count(well, "1 project started.", "{0} projects started.");
            case PAUSE -> count(well, "1 project paused.", "{0} projects paused.");
            case RESUME -> count(well, "1 project resumed.", "{0} projects resumed.");
            case CANCEL -> count(well, "1 run ended.", "{0} runs ended.");
            case TAG -> count(well, "1 project tagged.", "{0} projects tagged.");
            case UNTAG -> count(well, "1 project changed.", "{0} projects changed.");
            case DELETE -> count(well, "1 project deleted.", "{0} projects deleted.");
        };
    }

    private static String wouldGo(DeletionView gone) {
        return t(
                        "Runs that go with them: {0}, files: {1} ({2}), and their logs. This cannot be undone. Files in the pool stay.",
                        gone.runs(), gone.files(), Words.size(gone.bytes()))
                + (gone.openRun() ? " " + t("Runs that are on their way end.") : "");
    }

    private void chooseTags() {
        // What is selected may change while the dialog is open; it is done to what the dialog names.
        Map<UUID, ProjectView> those = selected;
        MultiSelectComboBox<String> tags = ComponentTexts.of(new MultiSelectComboBox<>(t("Tags")));
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
        ConfirmDialog dialog = Confirmation.of(t("Tags: {0}", chosen.getText()), t("Add"));
        dialog.add(tags);
        dialog.setRejectable(true);
        dialog.setRejectText(t("Take away"));
        dialog.addConfirmListener(confirmed -> act(those, BulkAction.TAG, List.copyOf(tags.getValue())));
        dialog.addRejectListener(rejected -> act(those, BulkAction.UNTAG, List.copyOf(tags.getValue())));
        dialog.open();
    }

    private void confirmDeletion(Command deselect) {
        Map<UUID, ProjectView> those = selected;
        DeletionView gone = desk.wouldGo(those.keySet());
        Confirmation.ofLoss(
                        count(those.size(), "Delete 1 project?", "Delete {0} projects?"),
                        wouldGo(gone),
                        t("Delete"),
                        () -> {
                            act(those, BulkAction.DELETE, List.of());
                            deselect.execute();
                        })
                .open();
    }
}
