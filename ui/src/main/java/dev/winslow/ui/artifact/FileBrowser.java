package dev.winslow.ui.artifact;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
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
import dev.winslow.ui.shell.Kept;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Files in groups, and beside them the one that is looked at. */
@StyleSheet("winslow-project.css")
public final class FileBrowser extends Div {
    /** From the click on until the chosen file is shown, nobody can do by mistake something with the one before. */
    private static final String AWAIT_THE_CHOSEN = """
            this.addEventListener('click', event => {
              const button = event.target.closest('button');
              if (button) {
                $0.awaited = button.dataset.file;
                $0.inert = true;
              }
            });""";

    /** Of several clicked quickly, the last one counts. */
    private static final String SHOWN = "if (!this.awaited || this.awaited === $0) this.inert = false";

    private static final String GONE = "this.inert = false";

    private final Div list = new Div();
    private final Div preview = new Div();
    private final transient Kept<Part, Component> parts = new Kept<>(list, this::made);
    private final Map<UUID, NativeButton> buttons = new HashMap<>();
    private transient List<FileGroup> shown = List.of();
    private transient Optional<Consumer<FileView>> removal = Optional.empty();
    private Optional<UUID> open = Optional.empty();

    public FileBrowser() {
        addClassName("winslow-files");
        list.addClassName("winslow-file-list");
        preview.addClassNames("winslow-panel", "winslow-preview");
        preview.getElement().setAttribute("role", "region").setAttribute("aria-label", t("Chosen file"));
        add(list, preview);
        list.addAttachListener(attached -> list.getElement().executeJs(AWAIT_THE_CHOSEN, preview.getElement()));
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
        List<FileView> all =
                groups.stream().flatMap(group -> group.files().stream()).toList();
        if (buttons.keySet().retainAll(all.stream().map(FileView::id).collect(Collectors.toSet()))) {
            // The click on one of them is answered by nobody.
            preview.getElement().executeJs(GONE);
        }
        draw(groups);
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
    }

    private void draw(List<FileGroup> groups) {
        Map<Part, List<FileView>> drawn = new LinkedHashMap<>();
        groups.stream().filter(group -> !group.files().isEmpty()).forEach(group -> {
            drawn.put(
                    new Part.Title(group.title(), group.archive(), group.files().size() > 1), List.of());
            group.folders().forEach((folder, files) -> {
                if (!folder.isEmpty()) {
                    drawn.put(new Part.Folder(group.archive(), folder), List.of());
                }
                drawn.put(new Part.Files(group.archive(), folder), files);
            });
        });
        if (drawn.isEmpty()) {
            drawn.put(new Part.Nothing(), List.of());
        }
        parts.show(List.copyOf(drawn.keySet()));
        drawn.forEach((part, files) -> {
            if (parts.of(part) instanceof Rows rows) {
                rows.show(files);
            }
        });
    }

    /** What the list consists of. */
    private sealed interface Part {
        record Title(String words, String archive, boolean severalFiles) implements Part {}

        record Folder(String archive, String path) implements Part {}

        record Files(String archive, String folder) implements Part {}

        record Nothing() implements Part {}
    }

    private Component made(Part part) {
        return switch (part) {
            case Part.Title title -> title(title);
            case Part.Folder folder -> folder(folder);
            case Part.Files files -> new Rows();
            case Part.Nothing nothing ->
                Pages.empty(t("No files yet"), t("Videos that are sent, and what stages leave, stand here."));
        };
    }

    private final class Rows extends UnorderedList {
        private final transient Kept<FileView, ListItem> rows = new Kept<>(this, file -> new ListItem(button(file)));

        void show(List<FileView> files) {
            rows.show(files);
        }
    }

    private static Div title(Part.Title title) {
        Div head = new Div(new H3(title.words()));
        head.addClassName("winslow-file-head");
        if (title.severalFiles()) {
            head.add(archive(title.archive(), t("Download all"), t("Download all: {0}", title.words())));
        }
        return head;
    }

    private static Div folder(Part.Folder folder) {
        Div head = new Div(
                new H4(VaadinIcon.FOLDER_OPEN_O.create(), new Span(folder.path())),
                archive(
                        FileAddress.folder(folder.archive(), folder.path()),
                        t("Download"),
                        t("Download folder {0}", folder.path())));
        head.addClassName("winslow-file-head");
        return head;
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
        button.getElement().setAttribute("data-file", file.id().toString());
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
        preview.getElement().executeJs(SHOWN, file.id().toString());
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
