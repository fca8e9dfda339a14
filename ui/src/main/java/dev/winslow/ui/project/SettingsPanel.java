package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.access.Right;
import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.project.DeletionView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.ui.language.ComponentTexts;
import dev.winslow.ui.notify.RuleDesk;
import dev.winslow.ui.notify.RulesPanel;
import dev.winslow.ui.shell.Confirmation;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a project is called, what it is based on, whose it is, who is told of it, and its end. */
final class SettingsPanel extends Div {
    private final transient SettingsDesk desk;
    private final TextField name = new TextField(t("Name"));
    private final ComboBox<PipelineVersion> pipeline = new ComboBox<>(t("Pipeline of new runs"));
    private final MultiSelectComboBox<String> tags = ComponentTexts.of(new MultiSelectComboBox<>(t("Tags")));
    private final Button save = new Button(t("Save"), click -> save());
    private final PriorityPanel priority;
    private final AccessPanel access;
    private final RulesPanel rules;
    private final Div told;
    private final Div end;
    private transient Optional<ProjectView> shown = Optional.empty();

    SettingsPanel(SettingsDesk desk, RuleDesk rules) {
        this.desk = desk;
        priority = new PriorityPanel(desk.priorities());
        access = new AccessPanel(desk.access());
        this.rules = RulesPanel.ofProject(rules);
        told = new Div(new H2(t("Who is told what")), this.rules);
        addClassNames("winslow-form", "winslow-settings");
        name.setMaxLength(200);
        pipeline.setItemLabelGenerator(PipelineVersion::name);
        tags.setAllowCustomValue(true);
        tags.setPlaceholder(t("Type to add one"));
        tags.addCustomValueSetListener(typed -> addTag(typed.getDetail().strip()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Button delete =
                new Button(t("Delete project"), VaadinIcon.TRASH.create(), click -> shown.ifPresent(this::confirm));
        delete.addThemeVariants(ButtonVariant.ERROR);
        end = new Div(
                new H2(t("Delete")),
                new Paragraph(t("Takes its runs, logs and files along. What it would be is said first.")),
                delete);
        add(name, tags, pipeline, save, priority, access, told, end);
    }

    /** What the person is typing stays, also while the project moves on. */
    void show(ProjectView project, Optional<RunView> run) {
        access.show(project.id());
        priority.show(project.id(), run);
        allow(project.may());
        if (project.may().includes(Right.CHANGE)) {
            rules.show(project.id());
        } else {
            rules.hide();
        }
        boolean same = shown.filter(before -> sameFields(before, project)).isPresent();
        shown = Optional.of(project);
        if (same) {
            return;
        }
        name.setValue(project.name());
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

    private void allow(Right may) {
        boolean change = may.includes(Right.CHANGE);
        name.setReadOnly(!change);
        tags.setReadOnly(!change);
        pipeline.setReadOnly(!change);
        save.setVisible(change);
        told.setVisible(change);
        end.setVisible(may == Right.OWN);
    }

    private static boolean sameFields(ProjectView before, ProjectView now) {
        return before.id().equals(now.id())
                && before.name().equals(now.name())
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
                    Optional.empty());
            if (Notices.attempt(() -> desk.change(project.id(), change))) {
                Notices.done(t("Saved."));
            }
        });
    }

    private void confirm(ProjectView project) {
        Confirmation.ofLoss(t("Delete {0}?", project.name()), would(desk.wouldGo(project.id())), t("Delete"), () -> {
                    if (Notices.attempt(() -> desk.delete(project.id()))) {
                        Navigation.goToProjects();
                    }
                })
                .open();
    }

    private static String would(DeletionView view) {
        return t(
                        "With it go, also in the storage: {0}, {1}, {2} and {3} ({4}). Videos from the pool stay there. This cannot be undone.",
                        count(view.runs(), "1 run", "{0} runs"),
                        count(view.attempts(), "1 attempt", "{0} attempts"),
                        count(view.logLines(), "1 line of logs", "{0} lines of logs"),
                        count(view.files(), "1 file", "{0} files"),
                        Words.size(view.bytes()))
                + (view.openRun() ? " " + t("The run that is on its way is ended.") : "");
    }
}
