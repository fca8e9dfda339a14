package dev.winslow.ui.artifact;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import dev.winslow.api.artifact.FileView;

/** A player that seeks in the file where it lies. */
@Tag("video")
public final class Video extends HtmlComponent {
    public Video(FileView file) {
        this(file, file.path());
    }

    public Video(FileView file, String label) {
        addClassName("winslow-video");
        getElement()
                .setAttribute("controls", true)
                .setAttribute("preload", "metadata")
                .setAttribute("src", FileAddress.of(file))
                .setAttribute("aria-label", label);
    }
}
