package dev.winslow.ui.project;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a project is called, what it is based on, whose it is, and its end. */
final class SettingsPanel extends Div {
    private final transient SettingsDesk desk;
    private final TextField name = new TextField("Name");
    private final ComboBox<PipelineVersion> pipeline = new ComboBox<>("Pipeline of new runs");
    private final TextField owner = new TextField("Owner");
    private final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>("Tags");
    private final Button save = new Button("Save", click -> save());
    private transient Optional<ProjectView> shown = Optional.empty();

    SettingsPanel(SettingsDesk desk) {
        this.desk = desk;
        addClassNames("winslow-form", "winslow-settings");
        name.setMaxLength(200);
        pipeline.setItemLabelGenerator(PipelineVersion::name);
        tags.setAllowCustomValue(true);
        tags.setPlaceholder("Type to add one");
        tags.addCustomValueSetListener(typed -> addTag(typed.getDetail().strip()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Button delete =
                new Button("Delete project", VaadinIcon.TRASH.create(), click -> shown.ifPresent(this::confirm));
        delete.addThemeVariants(ButtonVariant.ERROR);
        add(
                name,
                tags,
                owner,
                pipeline,
                save,
                new H2("Delete"),
                new Paragraph("Takes its runs, logs and files along. What it would be is said first."),
                delete);
    }

    /** What the person is typing stays, also while the project moves on. */
    void show(ProjectView project) {
        boolean same = shown.filter(before -> sameFields(before, project)).isPresent();
        shown = Optional.of(project);
        if (same) {
            return;
        }
        name.setValue(project.name());
        owner.setValue(project.owner().orElse(""));
        Set<String> known = new LinkedHashSet<>(desk.tags());
        known.addAll(project.tags());
        tags.setItems(known);
        tags.setValue(Set.copyOf(project.tags()));
        List<PipelineVersion> usable = desk.pipelines();
        pipeline.setItems(usable);
        usable.stream()
                .filter(version -> version.key().equals(project.pipelineKey()))
                .findFirst()
                .ifPresent(pipeline::setValue);
    }

    private static boolean sameFields(ProjectView before, ProjectView now) {
        return before.id().equals(now.id())
                && before.name().equals(now.name())
                && before.owner().equals(now.owner())
                && before.tags().equals(now.tags())
                && before.pipelineKey().equals(now.pipelineKey());
    }

    private void addTag(String tag) {
        Set<String> chosen = new LinkedHashSet<>(tags.getValue());
        chosen.add(tag);
        Set<String> known = new LinkedHashSet<>(desk.tags());
        known.addAll(chosen);
        tags.setItems(known);
        tags.setValue(chosen);
    }

    private void save() {
        shown.ifPresent(project -> {
            ChangeProject change = new ChangeProject(
                    Optional.of(name.getValue()),
                    pipeline.getOptionalValue().map(PipelineVersion::key),
                    Optional.of(new ArrayList<>(tags.getValue())),
                    owner.getOptionalValue().filter(text -> !text.isBlank()));
            if (Notices.attempt(() -> desk.change(project.id(), change))) {
                Notices.done("Saved.");
            }
        });
    }

    private void confirm(ProjectView project) {
        ConfirmDialog confirm = new ConfirmDialog(
                "Delete " + project.name() + "?", would(desk.wouldGo(project.id())), "Delete", event -> {
                    if (Notices.attempt(() -> desk.delete(project.id()))) {
                        Navigation.goToProjects();
                    }
                });
        confirm.setCancelable(true);
        confirm.setConfirmButtonTheme("error primary");
        confirm.open();
    }

    private static String would(DeletionView view) {
        return "%s with %s, %,d lines of logs and %s (%s) go with it, also in the storage.%s Videos from the pool stay there. This cannot be undone."
                .formatted(
                        count(view.runs(), "run"),
                        count(view.attempts(), "attempt"),
                        view.logLines(),
                        count(view.files(), "file"),
                        Words.size(view.bytes()),
                        view.openRun() ? " The run that is on its way is ended." : "");
    }

    private static String count(long number, String what) {
        return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}
