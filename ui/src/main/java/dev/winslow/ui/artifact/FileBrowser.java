package dev.winslow.ui.artifact;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Files in groups, and beside them the one that is looked at. */
@StyleSheet("winslow-project.css")
public final class FileBrowser extends Div {
    private final Div list = new Div();
    private final Div preview = new Div();
    private final Map<UUID, NativeButton> buttons = new LinkedHashMap<>();
    private transient List<FileGroup> shown = List.of();
    private transient Optional<Consumer<FileView>> removal = Optional.empty();
    private Optional<UUID> open = Optional.empty();

    public FileBrowser() {
        addClassName("winslow-files");
        list.addClassName("winslow-file-list");
        preview.addClassNames("winslow-panel", "winslow-preview");
        preview.getElement().setAttribute("role", "region").setAttribute("aria-label", t("Chosen file"));
        add(list, preview);
    }

    /** Called with an upload that the person wants to take out of the project; without it none can be taken out. */
    public void offerRemoval(Optional<Consumer<FileView>> remove) {
        removal = remove;
    }

    /** @param groups files by what they are, in order; drawn anew only where they differ, so that what is open stays */
    public void show(List<FileGroup> groups) {
        if (groups.equals(shown) && list.getComponentCount() > 0) {
            return;
        }
        shown = groups;
        list.removeAll();
        buttons.clear();
        groups.forEach(this::addGroup);
        List<FileView> all =
                groups.stream().flatMap(group -> group.files().stream()).toList();
        Optional<FileView> still =
                all.stream().filter(file -> open.equals(Optional.of(file.id()))).findFirst();
        preview.setVisible(!all.isEmpty());
        if (still.isPresent()) {
            mark(still.get());
        } else {
            all.stream()
                    .filter(file -> FileKind.of(file) != FileKind.OTHER)
                    .findFirst()
                    .ifPresent(this::open);
        }
        if (all.isEmpty()) {
            list.add(Pages.empty(t("No files yet"), t("Videos that are sent, and what stages leave, stand here.")));
        }
    }

    private void addGroup(FileGroup group) {
        if (group.files().isEmpty()) {
            return;
        }
        Div head = new Div(new H3(group.title()));
        head.addClassName("winslow-file-head");
        if (group.files().size() > 1) {
            head.add(archive(group.archive(), t("Download all"), t("Download all: {0}", group.title())));
        }
        list.add(head);
        group.folders().forEach((folder, files) -> addFolder(group, folder, files));
    }

    private void addFolder(FileGroup group, String folder, List<FileView> files) {
        if (!folder.isEmpty()) {
            String address = FileAddress.folder(group.archive(), folder);
            Div head = new Div(
                    new H4(VaadinIcon.FOLDER_OPEN_O.create(), new Span(folder)),
                    archive(address, t("Download"), t("Download folder {0}", folder)));
            head.addClassName("winslow-file-head");
            list.add(head);
        }
        UnorderedList rows = new UnorderedList();
        files.forEach(file -> rows.add(new ListItem(button(file))));
        list.add(rows);
    }

    private static Anchor archive(String address, String words, String label) {
        Anchor link = new Anchor(address, words);
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        link.setAriaLabel(label);
        return link;
    }

    private NativeButton button(FileView file) {
        Span size = new Span(Words.size(file.size()));
        size.addClassNames("winslow-secondary", "winslow-figure");
        NativeButton button = new NativeButton();
        String name = FileGroup.name(file);
        if (!name.equals(file.path())) {
            button.getElement().setAttribute("aria-label", file.path());
        }
        button.add(icon(file).create(), new Span(name), size);
        button.addClickListener(click -> open(file));
        buttons.put(file.id(), button);
        return button;
    }

    private static VaadinIcon icon(FileView file) {
        return switch (FileKind.of(file)) {
            case PICTURE -> VaadinIcon.PICTURE;
            case VIDEO -> VaadinIcon.FILM;
            case TABLE -> VaadinIcon.TABLE;
            case JSON -> VaadinIcon.CURLY_BRACKETS;
            case TEXT -> VaadinIcon.FILE_TEXT_O;
            case OTHER -> VaadinIcon.FILE_O;
        };
    }

    private void open(FileView file) {
        open = Optional.of(file.id());
        mark(file);
        preview.removeAll();
        Anchor download = new Anchor(FileAddress.of(file), t("Download"));
        download.setRouterIgnore(true);
        download.getElement().setAttribute("download", true);
        H2 name = new H2(file.path());
        Div head = new Div(name, Navigation.toLineage(file.id(), t("Where it comes from")), download);
        head.addClassName("winslow-bar");
        removal.filter(offered -> file.area() == Area.INPUT).ifPresent(remove -> head.add(removal(file, remove)));
        Span about = new Span(Words.size(file.size())
                + file.stageId().map(stage -> ", " + t("left by {0}", stage)).orElse("") + ", "
                + Words.time(file.createdAt()));
        about.addClassName("winslow-secondary");
        preview.add(head, about, Preview.of(file));
    }

    private static Button removal(FileView file, Consumer<FileView> remove) {
        Button button = new Button(t("Remove"), VaadinIcon.TRASH.create(), click -> remove.accept(file));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        button.setAriaLabel(t("Remove {0}", file.path()));
        return button;
    }

    private void mark(FileView file) {
        buttons.forEach((id, button) -> {
            if (id.equals(file.id())) {
                button.getElement().setAttribute("aria-current", "true");
            } else {
                button.getElement().removeAttribute("aria-current");
            }
        });
    }
}
