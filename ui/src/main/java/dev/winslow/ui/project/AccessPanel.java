package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import dev.winslow.api.access.AccessEntry;
import dev.winslow.api.access.AccessView;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.access.Holder;
import dev.winslow.api.access.Level;
import dev.winslow.api.access.Right;
import dev.winslow.ui.shell.Confirmation;
import dev.winslow.ui.shell.Kept;
import dev.winslow.ui.shell.Notices;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who may see and change a project; an owner says it here, others read it. */
final class AccessPanel extends Div {
    private final transient AccessDesk desk;
    private final UnorderedList list = new UnorderedList();
    private final transient Kept<Line, ListItem> lines = new Kept<>(list, this::line);
    private final Select<Everyone> everyone = new Select<>();
    private final ComboBox<Holder> holder = new ComboBox<>(t("Person or group"));
    private final Select<Level> level = new Select<>();
    private final Div adding;
    private UUID project = new UUID(0, 0);
    private transient Optional<AccessView> shown = Optional.empty();

    AccessPanel(AccessDesk desk) {
        this.desk = desk;
        addClassName("winslow-access");
        list.addClassName("winslow-access-list");
        list.getElement().setAttribute("aria-label", t("Who has access"));
        everyone.setLabel(t("Everybody else"));
        everyone.setItems(Everyone.values());
        everyone.setItemLabelGenerator(AccessWords::of);
        everyone.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                change(ChangeAccess.everyone(chosen.getValue()));
            }
        });
        holder.setItemLabelGenerator(AccessWords::of);
        level.setLabel(t("As"));
        level.setItems(Level.values());
        level.setItemLabelGenerator(AccessWords::of);
        level.setValue(Level.MEMBER);
        Button add = new Button(t("Give access"), VaadinIcon.PLUS.create(), click -> add());
        adding = new Div(holder, level, add);
        adding.addClassName("winslow-bar");
        Paragraph about = new Paragraph(
                t(
                        "A member sees the project and answers its tasks, a maintainer also changes and runs it, an owner also deletes it and says who has access. Administrators may do everything."));
        about.addClassName("winslow-secondary");
        add(new H2(t("Access")), about, list, everyone, adding);
    }

    /** What the person is choosing stays while nothing changes. */
    void show(UUID id) {
        AccessView now = desk.show(id);
        if (id.equals(project) && shown.equals(Optional.of(now))) {
            return;
        }
        project = id;
        shown = Optional.of(now);
        boolean mine = now.mine() == Right.OWN;
        Stream<Line> owner =
                Stream.of(now.owner()).filter(name -> !name.isEmpty()).map(name -> new Line.Owner(name, mine));
        Stream<Line> others = now.entries().stream().map(entry -> new Line.Other(entry.holder(), mine));
        lines.show(Stream.concat(owner, others).toList());
        now.entries().forEach(entry -> {
            if (lines.of(new Line.Other(entry.holder(), mine)) instanceof OtherRow row) {
                row.show(entry.level());
            }
        });
        everyone.setValue(now.everyone());
        everyone.setReadOnly(!mine);
        adding.setVisible(mine);
        if (mine) {
            holder.setItems(desk.holders());
        }
    }

    /** Who has access, and whether the person who looks at it may change that. */
    private sealed interface Line {
        record Owner(String name, boolean mine) implements Line {}

        record Other(Holder holder, boolean mine) implements Line {}
    }

    private ListItem line(Line line) {
        return switch (line) {
            case Line.Owner owner -> owner(owner);
            case Line.Other other -> new OtherRow(other);
        };
    }

    private ListItem owner(Line.Owner owner) {
        Span words = new Span(t("{0} owns it", owner.name()));
        words.addClassName("winslow-access-name");
        ListItem row = new ListItem(VaadinIcon.USER.create(), words);
        if (owner.mine()) {
            row.add(small(t("Hand over"), t("Hand over"), this::handOver));
        }
        return row;
    }

    private final class OtherRow extends ListItem {
        private final Select<Level> choice = new Select<>();

        OtherRow(Line.Other other) {
            Holder who = other.holder();
            Span name = new Span(AccessWords.of(who));
            name.addClassName("winslow-access-name");
            choice.setItems(Level.values());
            choice.setItemLabelGenerator(AccessWords::of);
            choice.setReadOnly(!other.mine());
            choice.setAriaLabel(t("As what {0} works on it", who.name()));
            choice.addThemeVariants(SelectVariant.SMALL);
            choice.addValueChangeListener(chosen -> {
                if (chosen.isFromClient()) {
                    change(ChangeAccess.set(new AccessEntry(who, chosen.getValue())));
                }
            });
            add((who.kind() == Holder.Kind.GROUP ? VaadinIcon.GROUP : VaadinIcon.USER).create(), name, choice);
            if (other.mine()) {
                add(small(
                        t("Take away"),
                        t("Take the access of {0} away", who.name()),
                        () -> change(ChangeAccess.remove(who))));
            }
        }

        void show(Level level) {
            choice.setValue(level);
        }
    }

    private static Button small(String words, String label, Runnable act) {
        Button button = new Button(words, click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(label);
        return button;
    }

    private void add() {
        holder.getOptionalValue()
                .ifPresentOrElse(
                        who -> {
                            change(ChangeAccess.set(new AccessEntry(who, level.getValue())));
                            holder.clear();
                        },
                        () -> Notices.refused(t("Choose a person or a group first.")));
    }

    /** Whoever hands it over may do afterwards what the list says of them. */
    private void handOver() {
        ComboBox<String> next = new ComboBox<>(t("New owner"));
        next.setItems(desk.people());
        next.setWidthFull();
        ConfirmDialog dialog = Confirmation.of(t("Hand the project over"), t("Hand over"));
        dialog.add(
                new Paragraph(t(
                        "You keep what the list below gives you; add yourself to it first if you want to go on here.")),
                next);
        dialog.addConfirmListener(
                confirmed -> next.getOptionalValue().ifPresent(name -> change(ChangeAccess.owner(name))));
        dialog.open();
    }

    private void change(ChangeAccess change) {
        if (Notices.attempt(() -> desk.change(project, change))) {
            Notices.done(t("Saved."));
        }
        shown = Optional.empty();
        Notices.attempt(() -> show(project));
    }
}
