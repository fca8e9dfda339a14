package dev.winslow.ui.artifact;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.winslow.api.artifact.FileView;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Set;

/** What a run has left for people: videos to play, pictures to look at, everything to save. */
public final class Results extends Div {
    private static final Set<String> PICTURES = Set.of("svg", "png", "jpg", "jpeg", "webp");
    private static final Set<String> VIDEOS = Set.of("mp4", "webm");

    private List<FileView> shown = List.of();
    private OutputLabels labels = OutputLabels.NONE;

    public Results() {
        addClassName("winslow-results");
    }

    /** Draws anew only if the files differ, so that a video goes on playing while other stages end. */
    public void show(List<FileView> files, OutputLabels names) {
        if (files.equals(shown) && names.equals(labels) && getComponentCount() > 0) {
            return;
        }
        shown = List.copyOf(files);
        labels = names;
        removeAll();
        if (files.isEmpty()) {
            add(Pages.empty(t("No results yet"), t("They appear here as soon as a stage has left some.")));
            return;
        }
        files.stream().filter(file -> VIDEOS.contains(ending(file))).forEach(this::addVideo);
        Div gallery = new Div();
        gallery.addClassName("winslow-gallery");
        files.stream().filter(Results::isPicture).forEach(file -> gallery.add(picture(file)));
        add(gallery, new H2(t("Files")), downloads(files));
    }

    private void addVideo(FileView file) {
        add(new Video(file, labels.of(file).orElse(file.path())));
    }

    private UnorderedList downloads(List<FileView> files) {
        UnorderedList list = new UnorderedList();
        list.addClassName("winslow-list");
        files.forEach(file -> list.add(download(file)));
        return list;
    }

    private ListItem download(FileView file) {
        Anchor link = new Anchor(FileAddress.of(file), labels.of(file).orElse(file.path()));
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        Span about = new Span((labels.of(file).isPresent() ? file.path() + ", " : "") + Words.size(file.size()));
        about.addClassName("winslow-secondary");
        return new ListItem(link, about);
    }

    private Component picture(FileView file) {
        Anchor link = new Anchor();
        link.setHref(FileAddress.of(file));
        link.setTarget("_blank");
        link.setRouterIgnore(true);
        String title = title(file, labels);
        link.add(new Image(FileAddress.of(file), ""), new Span(title));
        return link;
    }

    static boolean isPicture(FileView file) {
        return PICTURES.contains(ending(file));
    }

    /** What the pipeline calls it, or else words made of its name. */
    static String title(FileView file, OutputLabels labels) {
        return labels.of(file).orElseGet(() -> title(file));
    }

    private static String title(FileView file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        String words = name.substring(0, Math.max(0, name.lastIndexOf('.'))).replace('-', ' ');
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String ending(FileView file) {
        return file.path().substring(file.path().lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    }
}
