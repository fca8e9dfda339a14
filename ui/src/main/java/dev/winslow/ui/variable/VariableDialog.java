package dev.winslow.ui.variable;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.run.RunView;
import dev.winslow.api.variable.Origin;
import dev.winslow.api.variable.VariableView;
import dev.winslow.ui.shell.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sets a variable for a project, or for the run that is on its way. */
final class VariableDialog extends Dialog {
    private final transient VariableDesk desk;
    private final UUID project;
    private final transient Optional<RunView> run;
    private final TextField name = new TextField(t("Name"));
    private final TextArea value = new TextArea(t("Value"));
    private final RadioButtonGroup<Origin> level = new RadioButtonGroup<>(t("For"));
    private final Checkbox secret = new Checkbox(t("Secret: never shown again, and masked in logs"));
    private final transient Runnable saved;

    VariableDialog(
            VariableDesk desk, UUID project, Optional<RunView> run, Optional<VariableView> variable, Runnable saved) {
        this.desk = desk;
        this.project = project;
        this.run = run;
        this.saved = saved;
        setHeaderTitle(variable.map(known -> t("Change {0}", known.name())).orElse(t("Set a variable")));
        setWidth("min(520px, 94vw)");
        List<Origin> levels = new ArrayList<>();
        run.ifPresent(open -> levels.add(Origin.RUN));
        levels.add(Origin.PROJECT);
        level.setItems(levels);
        level.setItemLabelGenerator(OriginWords::of);
        level.addValueChangeListener(change -> secret.setVisible(level.getValue() == Origin.PROJECT));
        level.setValue(
                variable.map(VariableView::origin).filter(levels::contains).orElse(levels.getFirst()));
        variable.ifPresent(this::fill);
        name.setRequiredIndicatorVisible(true);
        value.setMaxRows(8);
        Div form = new Div(name, value, level, secret);
        form.addClassName("winslow-form");
        add(form);
        Button save = new Button(t("Save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("Cancel"), click -> close()), save);
    }

    private void fill(VariableView variable) {
        name.setValue(variable.name());
        name.setReadOnly(true);
        value.setValue(variable.value().orElse(""));
        value.setAutofocus(true);
        secret.setValue(variable.secret());
        if (variable.secret()) {
            value.setPlaceholder(t("The secret is not shown; what stands here takes its place"));
        }
    }

    private void save() {
        boolean done = Notices.attempt(() -> {
            if (level.getValue() == Origin.RUN) {
                desk.setForRun(run.orElseThrow().id(), name.getValue().strip(), value.getValue());
            } else {
                desk.setForProject(
                        project, name.getValue().strip(), value.getValue(), Boolean.TRUE.equals(secret.getValue()));
            }
        });
        if (done) {
            close();
            saved.run();
        }
    }
}
