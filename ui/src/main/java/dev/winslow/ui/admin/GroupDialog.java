package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.access.GroupView;
import dev.winslow.api.access.SaveGroup;
import dev.winslow.engine.account.Account;
import dev.winslow.ui.language.ComponentTexts;
import dev.winslow.ui.shell.Notices;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a group is called, and who is in it. */
final class GroupDialog extends Dialog {
    private final transient AdminDesk desk;
    private final transient Optional<GroupView> group;
    private final transient Runnable saved;
    private final TextField name = new TextField(t("Name"));
    private final MultiSelectComboBox<String> members = ComponentTexts.of(new MultiSelectComboBox<>(t("Members")));

    GroupDialog(AdminDesk desk, Optional<GroupView> group, Runnable saved) {
        this.desk = desk;
        this.group = group;
        this.saved = saved;
        setHeaderTitle(group.map(GroupView::name).orElseGet(() -> t("Make a group")));
        setWidth("min(520px, 94vw)");
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(100);
        name.setAutofocus(true);
        Set<String> known =
                new TreeSet<>(desk.accounts().list().stream().map(Account::name).toList());
        group.ifPresent(before -> {
            name.setValue(before.name());
            known.addAll(before.members());
        });
        members.setItems(known);
        group.ifPresent(before -> members.setValue(Set.copyOf(before.members())));
        Div form = new Div(name, members);
        form.addClassName("winslow-form");
        add(form);
        Button save = new Button(t("Save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(t("Cancel"), click -> close()), save);
    }

    private void save() {
        SaveGroup request = new SaveGroup(name.getValue(), List.copyOf(members.getValue()));
        boolean done = Notices.attempt(() -> group.ifPresentOrElse(
                before -> desk.groups().change(before.id(), request),
                () -> desk.groups().create(request)));
        if (done) {
            close();
            saved.run();
        }
    }
}
