package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.account.CreateAccount;
import dev.winslow.api.account.Role;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.SecretDialog;
import java.util.Optional;

/** Gives a person an account, with a password for the first sign-in. */
final class NewPersonDialog extends Dialog {
    private final transient AdminDesk desk;
    private final transient Runnable added;
    private final TextField name = new TextField(t("Name to sign in by"));
    private final TextField fullName = new TextField(t("Full name"));
    private final RoleChoice role = new RoleChoice(Role.ADMINISTRATOR);

    NewPersonDialog(AdminDesk desk, Runnable added) {
        this.desk = desk;
        this.added = added;
        setHeaderTitle(t("Add a person"));
        setWidth("min(520px, 94vw)");
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.setAutocapitalize(Autocapitalize.NONE);
        name.setHelperText(t("Letters, digits and . _ @ + -, such as ada or ada@example.org"));
        Div form = new Div(name, fullName, role);
        form.addClassName("winslow-form");
        add(form);
        Button make = new Button(t("Add"), click -> add());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(t("Cancel"), click -> close()), make);
    }

    private void add() {
        CreateAccount request =
                new CreateAccount(name.getValue(), Optional.of(fullName.getValue()), role.getValue(), Optional.empty());
        Notices.ask(() -> desk.accounts().create(request)).ifPresent(made -> {
            close();
            added.run();
            tell(made.account().name(), made.password().orElse(""));
        });
    }

    static void tell(String name, String password) {
        new SecretDialog(
                        t("A password for {0}", name),
                        t("Password"),
                        t("Give it to {0}, who chooses another at the first sign-in.", name),
                        password)
                .open();
    }
}
