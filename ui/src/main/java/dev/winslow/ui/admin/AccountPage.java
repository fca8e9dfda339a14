package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import dev.winslow.api.account.ChangePassword;
import dev.winslow.engine.account.Account;
import dev.winslow.ui.language.ComponentTexts;
import dev.winslow.ui.notify.RuleDesk;
import dev.winslow.ui.notify.RulesPanel;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.security.Visitor;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** One's own account: the password, tokens, and what one is told of. */
@Route(Navigation.ACCOUNT)
@StyleSheet("winslow-admin.css")
@PermitAll
public class AccountPage extends Main implements HasDynamicTitle {
    private final transient AdminDesk desk;
    private final transient RuleDesk rules;
    private final PasswordField current = ComponentTexts.of(new PasswordField(t("Current password")));
    private final PasswordField fresh = ComponentTexts.of(new PasswordField(t("New password")));
    private final PasswordField again = ComponentTexts.of(new PasswordField(t("New password again")));

    AccountPage(AdminDesk desk, RuleDesk rules) {
        this.desk = desk;
        this.rules = rules;
        addClassName("winslow-page");
        Person.visitor()
                .filter(visitor -> visitor.account().isPresent())
                .ifPresentOrElse(
                        visitor -> build(visitor, visitor.account().orElseThrow()),
                        () -> add(
                                Pages.head(t("Your account")),
                                Pages.empty(
                                        t("You need no account here"),
                                        t("This is a trial, and you sit at its machine: you may do everything.")),
                                new H2(t("What you are told of")),
                                RulesPanel.ofPerson(rules, Person.name())));
    }

    private void build(Visitor visitor, UUID id) {
        add(Pages.head(visitor.fullName().isEmpty() ? visitor.name() : visitor.fullName()));
        Paragraph about = new Paragraph(t(
                "You sign in as {0}. Your role is {1}: {2}.",
                visitor.name(), RoleWords.inSentence(visitor.role()), RoleWords.about(visitor.role())));
        about.addClassName("winslow-secondary");
        add(about);
        if (visitor.mustChange()) {
            Div first = new Div(
                    t("Choose a password of your own first: the one that you came in by was made by somebody else."));
            first.addClassName("winslow-waiting");
            first.getElement().setAttribute("role", "status");
            add(first, password(id));
        } else {
            add(
                    password(id),
                    new H2(t("Your tokens")),
                    TokensPanel.of(desk, id, visitor.role()),
                    new H2(t("What you are told of")),
                    RulesPanel.ofPerson(rules, visitor.name()));
        }
    }

    private Div password(UUID id) {
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        fresh.setAutocomplete(Autocomplete.NEW_PASSWORD);
        fresh.setHelperText(t("At least 10 characters. Other browsers are signed out."));
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        Button change = new Button(t("Change the password"), click -> change(id));
        change.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(new H2(t("Password")), current, fresh, again, change);
        form.addClassName("winslow-form");
        Div panel = Pages.panel(form);
        panel.addClassName("winslow-narrow");
        return panel;
    }

    private void change(UUID id) {
        if (!fresh.getValue().equals(again.getValue())) {
            Notices.refused(t("The two new passwords differ. Type the same one twice."));
            return;
        }
        String address = VaadinRequest.getCurrent().getRemoteAddr();
        Notices.ask(() ->
                        desk.passwords().change(id, new ChangePassword(current.getValue(), fresh.getValue()), address))
                .ifPresent(this::goOn);
    }

    private void goOn(Account account) {
        boolean first = Person.visitor().filter(Visitor::mustChange).isPresent();
        Person.continueAs(account);
        Notices.done(t("The new password holds from now on."));
        if (first) {
            Navigation.goToProjects();
        } else {
            current.clear();
            fresh.clear();
            again.clear();
        }
    }

    @Override
    public String getPageTitle() {
        return t("Your account") + " – Winslow";
    }
}
