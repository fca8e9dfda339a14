package dev.winslow.ui.trigger;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.trigger.ChangeTrigger;
import dev.winslow.api.trigger.CreateTrigger;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.ui.shell.FieldCheck;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes a trigger, or changes one, which stays of its kind. */
final class TriggerDialog extends Dialog {
    private final transient TriggerDesk desk;
    private final transient Optional<TriggerView> before;
    private final transient Consumer<CreatedTrigger> saved;
    private final TextField name = new TextField(t("Name"));
    private final Select<Kind> kind = new Select<>();
    private final Div place = new Div();
    private final SetVariables variables;
    private SourceForm form;

    /** What fires a trigger of a project. */
    private enum Kind {
        CRON,
        ONCE,
        CALL
    }

    private TriggerDialog(
            TriggerDesk desk, Optional<TriggerView> before, SourceForm form, Consumer<CreatedTrigger> saved) {
        this.desk = desk;
        this.before = before;
        this.form = form;
        this.saved = saved;
        variables = new SetVariables(before.map(TriggerView::variables).orElse(List.of()));
        setHeaderTitle(before.map(trigger -> t("Change {0}", trigger.name())).orElseGet(() -> t("New trigger")));
        setWidth("min(560px, 94vw)");
        name.setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.setPlaceholder(t("every night"));
        before.map(TriggerView::name).ifPresent(name::setValue);
        kind.setVisible(false);
        place.add(form);
        Div content = new Div(name, kind, place, new H3(t("Variables of the runs")), variables);
        content.addClassName("winslow-form");
        add(content);
        Button save = new Button(t("Save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("Cancel"), click -> close()), save);
    }

    static TriggerDialog ofProject(TriggerDesk desk, UUID project, Consumer<CreatedTrigger> saved) {
        TriggerDialog dialog =
                new TriggerDialog(desk, Optional.empty(), new CronForm(desk, project, Optional.empty()), saved);
        dialog.offerKinds(project);
        return dialog;
    }

    static TriggerDialog ofFolder(TriggerDesk desk, Consumer<CreatedTrigger> saved) {
        return new TriggerDialog(desk, Optional.empty(), new FolderForm(desk, Optional.empty()), saved);
    }

    static TriggerDialog change(TriggerDesk desk, TriggerView trigger, Consumer<CreatedTrigger> saved) {
        SourceForm form = switch (trigger.source()) {
            case TriggerSource.Call call -> new CallForm(call.projectId());
            case TriggerSource.Once once -> new OnceForm(desk, once.projectId(), Optional.of(once));
            case TriggerSource.Cron cron -> new CronForm(desk, cron.projectId(), Optional.of(cron));
            case TriggerSource.Folder folder -> new FolderForm(desk, Optional.of(folder));
        };
        return new TriggerDialog(desk, Optional.of(trigger), form, saved);
    }

    private void offerKinds(UUID project) {
        kind.setLabel(t("Starts a run"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each -> switch (each) {
            case CRON -> t("again and again");
            case ONCE -> t("once, at a time");
            case CALL -> t("when a program calls it");
        });
        kind.setValue(Kind.CRON);
        kind.setVisible(true);
        kind.addValueChangeListener(chosen -> {
            form = switch (chosen.getValue()) {
                case CRON -> new CronForm(desk, project, Optional.empty());
                case ONCE -> new OnceForm(desk, project, Optional.empty());
                case CALL -> new CallForm(project);
            };
            place.removeAll();
            place.add(form);
        });
    }

    private void save() {
        boolean named = FieldCheck.holds(
                name, !name.getValue().isBlank(), t("Name it for what it is there for, such as \"every night\"."));
        boolean valid = variables.isValid();
        Optional<TriggerSource> source = form.read();
        if (named && valid && source.isPresent() && FieldCheck.passes(name, () -> save(source.get()))) {
            close();
        }
    }

    private void save(TriggerSource source) {
        saved.accept(before.map(trigger -> new CreatedTrigger(
                        desk.change(
                                trigger.id(),
                                new ChangeTrigger(name.getValue(), source, variables.changed(), variables.unset())),
                        Optional.empty()))
                .orElseGet(() -> desk.create(new CreateTrigger(name.getValue(), source, variables.changed()))));
    }
}
