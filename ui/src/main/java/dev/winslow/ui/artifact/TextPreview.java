package dev.winslow.ui.artifact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.winslow.api.artifact.FileView;
import java.util.Locale;

/** Tables with a chart, JSON that can be folded, and plain text: of large files the beginning. */
@Tag("winslow-text-preview")
@JsModule("./preview/text-preview.ts")
final class TextPreview extends Component {
    TextPreview(FileView file, FileKind kind) {
        getElement()
                .setProperty("kind", kind.name().toLowerCase(Locale.ENGLISH))
                .setProperty("size", (double) file.size())
                .setProperty("src", FileAddress.of(file) + "/beginning");
    }
}
