package dev.winslow.ui.pool;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.Command;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.PoolUser;
import dev.winslow.engine.security.Permission;
import dev.winslow.ui.artifact.FileAddress;
import dev.winslow.ui.artifact.Video;
import dev.winslow.ui.shell.Confirmation;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Offers;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The file that is looked at: how it looks, who has it, and what one can do with it. */
final class FilePanel extends Div {
    private static final Set<String> VIDEOS = Set.of("mp4", "webm", "mov", "m4v");

    private final transient PoolDesk desk;
    private final Command linked;
    private final Command deleted;
    private final transient Consumer<FileView> moved;
    private transient Optional<PoolRow.Film> shown = Optional.empty();

    FilePanel(PoolDesk desk, Command linked, Command deleted, Consumer<FileView> moved) {
        this.desk = desk;
        this.linked = linked;
        this.deleted = deleted;
        this.moved = moved;
        addClassNames("winslow-panel", "winslow-step");
        getElement().setAttribute("role", "region").setAttribute("aria-label", t("Chosen file"));
        add(hint());
    }

    /** Draws anew only what differs, so that a video goes on playing. */
    void show(Optional<PoolRow.Film> row) {
        if (row.equals(shown)) {
            return;
        }
        shown = row;
        removeAll();
        row.ifPresentOrElse(this::build, () -> add(hint()));
    }

    private static Div hint() {
        return Pages.empty(
                t("No file chosen"), t("Choose one in the table to look at it and to give it to a project."));
    }

    private void build(PoolRow.Film row) {
        FileView file = row.file();
        add(new H2(file.path()));
        if (VIDEOS.contains(ending(file))) {
            add(new Video(file));
        }
        addFact(t("Size"), Words.size(file.size()));
        addFact(t("Added"), Words.time(file.createdAt()));
        addFact("SHA-256", file.sha256().substring(0, 16) + "…");
        add(new H3(t("Used by")), users(row.users()), actions(row));
    }

    private static Div users(List<PoolUser> users) {
        UnorderedList list = new UnorderedList();
        list.addClassName("winslow-list");
        users.forEach(user -> list.add(new ListItem(Navigation.toProject(user.projectId(), user.projectName()))));
        Div all = new Div(list);
        if (users.isEmpty()) {
            all.add(new Span(t("No project has it.")));
        }
        return all;
    }

    private Div actions(PoolRow.Film row) {
        Button give = new Button(
                t("Give to a project"),
                VaadinIcon.LINK.create(),
                click -> new GiveDialog(desk, row.file(), linked).open());
        give.addThemeVariants(ButtonVariant.PRIMARY);
        Anchor save = new Anchor(FileAddress.of(row.file()), t("Download"));
        save.setRouterIgnore(true);
        save.getElement().setAttribute("download", true);
        Button delete = new Button(t("Delete"), VaadinIcon.TRASH.create(), click -> confirm(row.file()));
        delete.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        delete.setEnabled(row.users().isEmpty());
        delete.setTooltipText(
                row.users().isEmpty()
                        ? t("Removes it from the storage, too.")
                        : t("Projects have it: delete them first."));
        Button move = new Button(
                t("Move or rename"),
                VaadinIcon.FOLDER_O.create(),
                click -> new MoveDialog(desk, row.file(), moved).open());
        Div actions = new Div(give, save);
        actions.add(Offers.only(Permission.CLEAR_POOL, move));
        actions.add(Offers.only(Permission.CLEAR_POOL, delete));
        actions.addClassName("winslow-actions");
        return actions;
    }

    private void confirm(FileView file) {
        Confirmation.ofLoss(
                        t("Delete {0}?", file.path()),
                        t("It is removed from the storage, too. This cannot be undone."),
                        t("Delete"),
                        () -> {
                            if (Notices.attempt(() -> desk.delete(file))) {
                                Notices.done(t("{0} is deleted.", file.path()));
                                deleted.execute();
                            }
                        })
                .open();
    }

    private void addFact(String name, String value) {
        Div fact = new Div(new Span(name), new Span(value));
        fact.addClassName("winslow-fact");
        add(fact);
    }

    private static String ending(FileView file) {
        return file.path().substring(file.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
