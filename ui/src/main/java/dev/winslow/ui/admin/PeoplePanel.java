package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import dev.winslow.api.account.ChangeAccount;
import dev.winslow.api.account.Role;
import dev.winslow.engine.account.Account;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Rows;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Optional;

/** Who may sign in, and as what. */
final class PeoplePanel extends Div {
    private final transient AdminDesk desk;
    private final Rows rows = new Rows(t("People"));
    private final Div empty = new Div();

    PeoplePanel(AdminDesk desk) {
        this.desk = desk;
        addClassName("winslow-area");
        Paragraph about = new Paragraph(t("Everybody who works with Winslow has an account of their own."));
        about.addClassName("winslow-secondary");
        Div panel = Pages.panel(rows, empty);
        panel.addClassName("winslow-flush");
        Div space = new Div();
        space.addClassName("winslow-space");
        Div bar = new Div(about, space, addButton());
        bar.addClassName("winslow-head");
        add(bar, panel);
        refresh();
    }

    private Button addButton() {
        Button add = new Button(
                t("Add a person"), VaadinIcon.PLUS.create(), click -> new NewPersonDialog(desk, this::refresh).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }

    private void refresh() {
        List<Account> people = desk.accounts().list();
        rows.removeAll();
        empty.removeAll();
        people.forEach(this::show);
        if (people.isEmpty()) {
            empty.add(
                    Pages.empty(
                            t("Nobody has an account yet"),
                            t(
                                    "In a trial you need none at this machine. Add people who work from other machines, an administrator first.")));
        }
    }

    private void show(Account person) {
        String called = person.fullName().isEmpty() ? person.name() : person.fullName();
        rows.add(
                Rows.avatar(called),
                called,
                about(person),
                role(person),
                newPassword(person),
                person.disabled()
                        ? action(t("Enable"), t("Lets the person sign in again."), person, () -> disable(person, false))
                        : action(
                                t("Disable"),
                                t("Signs the person out everywhere and ends their tokens. What they did stays."),
                                person,
                                () -> disable(person, true)));
        if (person.disabled()) {
            rows.dim();
        }
    }

    private static String about(Account person) {
        String signedIn = person.lastSignInAt()
                .map(at -> t("signed in {0}", Words.time(at)))
                .orElse(t("has not signed in yet"));
        return (person.fullName().isEmpty() ? "" : person.name() + " · ")
                + (person.disabled() ? t("disabled") : signedIn)
                + (person.mustChange() && !person.disabled() ? " · " + t("has to choose a password") : "");
    }

    private Component role(Account person) {
        Select<Role> role = new Select<>();
        role.setItems(Role.values());
        role.setItemLabelGenerator(RoleWords::name);
        role.setValue(person.role());
        role.setAriaLabel(t("Role of {0}", person.name()));
        role.addThemeVariants(SelectVariant.SMALL);
        role.setWidth("9.5rem");
        role.setReadOnly(person.disabled());
        role.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                setRole(person, change.getValue());
            }
        });
        return role;
    }

    private void setRole(Account person, Role role) {
        if (Notices.attempt(() -> desk.accounts()
                .change(person.id(), new ChangeAccount(Optional.empty(), Optional.of(role), Optional.empty())))) {
            Notices.done(t("{0} is now {1}: {2}.", person.name(), RoleWords.inSentence(role), RoleWords.about(role)));
        }
        refresh();
    }

    private Component newPassword(Account person) {
        return action(t("New password"), t("Makes one, and signs the person out everywhere."), person, () -> {
            Optional<String> made = Notices.ask(() -> desk.accounts().resetPassword(person.id()));
            made.ifPresent(password -> NewPersonDialog.tell(person.name(), password));
            refresh();
        });
    }

    private void disable(Account person, boolean disabled) {
        if (Notices.attempt(() -> desk.accounts()
                .change(person.id(), new ChangeAccount(Optional.empty(), Optional.empty(), Optional.of(disabled))))) {
            Notices.done(
                    disabled
                            ? t("{0} cannot sign in any more.", person.name())
                            : t("{0} can sign in again.", person.name()));
        }
        refresh();
    }

    private static Button action(String words, String tip, Account person, Runnable act) {
        Button button = new Button(words, click -> act.run());
        button.setAriaLabel(t("{0} for {1}", words, person.name()));
        button.setTooltipText(tip);
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
