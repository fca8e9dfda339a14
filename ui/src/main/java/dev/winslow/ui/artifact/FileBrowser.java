package dev.winslow.ui.artifact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.artifact.FileView;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Files in groups, and beside them the one that is looked at. */
public final class FileBrowser extends Div {
    private final Div list = new Div();
    private final Div preview = new Div();
    private final Map<UUID, NativeButton> buttons = new LinkedHashMap<>();
    private transient Map<String, List<FileView>> shown = Map.of();
    private Optional<UUID> open = Optional.empty();

    public FileBrowser() {
        addClassName("winslow-files");
        list.addClassName("winslow-file-list");
        preview.addClassNames("winslow-panel", "winslow-preview");
        preview.getElement().setAttribute("role", "region").setAttribute("aria-label", "Chosen file");
        add(list, preview);
    }

    /** @param groups files by what they are, in order; drawn anew only where they differ, so that what is open stays */
    public void show(Map<String, List<FileView>> groups) {
        if (groups.equals(shown) && list.getComponentCount() > 0) {
            return;
        }
        shown = groups;
        list.removeAll();
        buttons.clear();
        groups.forEach(this::addGroup);
        List<FileView> all = groups.values().stream().flatMap(List::stream).toList();
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
            list.add(Pages.empty("No files yet", "Videos that are sent, and what stages leave, stand here."));
        }
    }

    private void addGroup(String title, List<FileView> files) {
        if (files.isEmpty()) {
            return;
        }
        UnorderedList rows = new UnorderedList();
        files.forEach(file -> rows.add(new ListItem(button(file))));
        list.add(new H3(title), rows);
    }

    private NativeButton button(FileView file) {
        Span size = new Span(Words.size(file.size()));
        size.addClassNames("winslow-secondary", "winslow-figure");
        NativeButton button = new NativeButton();
        button.add(icon(file).create(), new Span(file.path()), size);
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
        Anchor download = new Anchor(FileAddress.of(file), "Download");
        download.setRouterIgnore(true);
        download.getElement().setAttribute("download", true);
        H2 name = new H2(file.path());
        Div head = new Div(name, download);
        head.addClassName("winslow-bar");
        Span about = new Span(Words.size(file.size())
                + file.stageId().map(stage -> ", left by " + stage).orElse("") + ", " + Words.time(file.createdAt()));
        about.addClassName("winslow-secondary");
        preview.add(head, about, Preview.of(file));
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
