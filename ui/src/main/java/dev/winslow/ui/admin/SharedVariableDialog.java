package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.variable.SetVariable;
import dev.winslow.api.variable.VariableView;
import dev.winslow.ui.shell.Notices;
import java.util.Optional;

/** Sets a variable for all projects. */
final class SharedVariableDialog extends Dialog {
    private final transient AdminDesk desk;
    private final transient Runnable saved;
    private final TextField name = new TextField(t("Name"));
    private final TextArea value = new TextArea(t("Value"));
    private final Checkbox secret = new Checkbox(t("Secret: never shown again, and masked in logs"));

    SharedVariableDialog(AdminDesk desk, Optional<VariableView> variable, Runnable saved) {
        this.desk = desk;
        this.saved = saved;
        setHeaderTitle(
                variable.map(known -> t("Change {0}", known.name())).orElse(t("Set a variable for all projects")));
        setWidth("min(520px, 94vw)");
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(variable.isEmpty());
        value.setAutofocus(variable.isPresent());
        value.setMaxRows(8);
        variable.ifPresent(known -> {
            name.setValue(known.name());
            name.setReadOnly(true);
            value.setValue(known.value().orElse(""));
            secret.setValue(known.secret());
        });
        Div form = new Div(name, value, secret);
        form.addClassName("winslow-form");
        add(form);
        Button save = new Button(t("Save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("Cancel"), click -> close()), save);
    }

    private void save() {
        SetVariable request = new SetVariable(value.getValue(), Optional.of(Boolean.TRUE.equals(secret.getValue())));
        if (Notices.attempt(() -> desk.variables().setGlobal(name.getValue().strip(), request))) {
            close();
            saved.run();
        }
    }
}
