package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.account.CreateToken;
import dev.winslow.api.account.CreatedToken;
import dev.winslow.api.account.Role;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.SecretDialog;
import java.util.Optional;
import java.util.function.Function;

/** Makes a token, and shows it once. */
final class NewTokenDialog extends Dialog {
    private static final int NEVER = 0;

    private final transient Function<CreateToken, CreatedToken> create;
    private final transient Runnable created;
    private final TextField name = new TextField(t("For which program"));
    private final Select<Integer> days = new Select<>();
    private final RoleChoice role;

    NewTokenDialog(Role most, Function<CreateToken, CreatedToken> create, Runnable created) {
        this.create = create;
        this.created = created;
        role = new RoleChoice(most);
        setHeaderTitle(t("New token"));
        setWidth("min(520px, 94vw)");
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.setPlaceholder(t("nightly-import"));
        days.setLabel(t("Expires"));
        days.setItems(30, 90, 365, NEVER);
        days.setItemLabelGenerator(each -> each == NEVER ? t("never") : t("after {0} days", each));
        days.setValue(365);
        Div form = new Div(name, role, days);
        form.addClassName("winslow-form");
        add(form);
        Button make = new Button(t("Make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(t("Cancel"), click -> close()), make);
    }

    private void make() {
        CreateToken request = new CreateToken(
                name.getValue(), role.getValue(), Optional.of(days.getValue()).filter(each -> each != NEVER));
        Notices.ask(() -> create.apply(request)).ifPresent(made -> {
            close();
            created.run();
            new SecretDialog(
                            t("The token {0}", made.token().name()),
                            t("Token"),
                            t(
                                    "Programs send it in the header Authorization: Bearer. The command line takes it from WINSLOW_TOKEN."),
                            made.secret())
                    .open();
        });
    }
}
