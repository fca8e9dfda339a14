package dev.winslow.ui.artifact;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import dev.winslow.api.artifact.FileView;
import dev.winslow.ui.shell.Pages;

/** A file as it can be looked at in the page. */
final class Preview {
    private Preview() {}

    static Component of(FileView file) {
        FileKind kind = FileKind.of(file);
        return switch (kind) {
            case PICTURE -> picture(file);
            case VIDEO -> new Video(file);
            case TABLE, JSON, TEXT -> new TextPreview(file, kind);
            case OTHER -> Pages.empty(t("No preview"), t("Download it to open it with a program of yours."));
        };
    }

    private static Div picture(FileView file) {
        Div frame = new Div(new Image(FileAddress.of(file), file.path()));
        frame.addClassName("winslow-picture");
        return frame;
    }
}
