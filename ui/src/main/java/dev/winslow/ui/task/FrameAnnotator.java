package dev.winslow.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.winslow.api.artifact.FileView;
import dev.winslow.ui.artifact.FileAddress;

/** Sets points, lanes, lines and the scale on a frame of the video. Its value is the text of a reference-points file. */
@Tag("winslow-frame-annotator")
@JsModule("./frame-annotator.ts")
final class FrameAnnotator extends Component {
    private String value;

    FrameAnnotator(FileView frame, String initial) {
        value = initial;
        getElement().setProperty("src", FileAddress.of(frame));
        getElement().setProperty("value", initial);
        getElement()
                .addEventListener(
                        "annotations-changed",
                        event -> value =
                                event.getEventData().get("event.detail.value").asString())
                .addEventData("event.detail.value");
    }

    String value() {
        return value;
    }
}
