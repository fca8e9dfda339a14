package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.access.GroupView;
import dev.winslow.ui.shell.Confirmation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Rows;
import java.util.List;
import java.util.Optional;

/** Groups of people, to whom projects give access together. */
final class GroupsPanel extends Div {
    private final transient AdminDesk desk;
    private final Rows rows = new Rows(t("Groups"));
    private final Div empty = new Div();

    GroupsPanel(AdminDesk desk) {
        this.desk = desk;
        addClassName("winslow-area");
        Paragraph about = new Paragraph(t("Owners give a group access to their project; who is in it has it at once."));
        about.addClassName("winslow-secondary");
        Button add = new Button(t("Make a group"), VaadinIcon.PLUS.create(), click -> edit(Optional.empty()));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div space = new Div();
        space.addClassName("winslow-space");
        Div bar = new Div(about, space, add);
        bar.addClassName("winslow-head");
        Div panel = Pages.panel(rows, empty);
        panel.addClassName("winslow-flush");
        add(bar, panel);
        refresh();
    }

    private void refresh() {
        List<GroupView> groups = desk.groups().list();
        rows.removeAll();
        empty.removeAll();
        groups.forEach(this::show);
        if (groups.isEmpty()) {
            empty.add(Pages.empty(
                    t("No groups yet"), t("Make one of the people who work together, such as those of a site.")));
        }
    }

    private void show(GroupView group) {
        String members = group.members().isEmpty() ? t("nobody yet") : String.join(", ", group.members());
        rows.add(
                Rows.avatar(group.name()),
                group.name(),
                members + " · " + count(group.projects(), "1 project", "{0} projects"),
                action(t("Change"), group, () -> edit(Optional.of(group))),
                action(t("Remove"), group, () -> confirm(group)));
    }

    private void edit(Optional<GroupView> group) {
        new GroupDialog(desk, group, this::refresh).open();
    }

    private void confirm(GroupView group) {
        Confirmation.ofLoss(
                        t("Remove the group {0}?", group.name()),
                        t("Its members lose the access that they have by it. The people stay."),
                        t("Remove"),
                        () -> {
                            Notices.attempt(() -> desk.groups().remove(group.id()));
                            refresh();
                        })
                .open();
    }

    private static Button action(String words, GroupView group, Runnable act) {
        Button button = new Button(words, click -> act.run());
        button.setAriaLabel(t("{0}: {1}", words, group.name()));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
