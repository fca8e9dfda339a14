package dev.winslow.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DomEvent;
import dev.winslow.api.artifact.FileView;
import dev.winslow.engine.task.PointsCheck;
import dev.winslow.ui.artifact.FileAddress;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Sets points, lanes, lines, regions and the scale on a frame of the video. Its value is the text of a reference-points file. */
@Tag("winslow-frame-annotator")
@JsModule("./annotator/frame-annotator.ts")
final class FrameAnnotator extends Component {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private transient PointsCheck check;
    private String value;

    FrameAnnotator(FileView frame, String initial) {
        value = initial;
        getElement().setProperty("src", FileAddress.of(frame));
        getElement().setProperty("value", initial);
        check = check(initial);
    }

    /** Calls for each change that is done; what is still being dragged is only checked. */
    void onChange(Consumer<String> changed) {
        listen("annotations-moving", moving -> {});
        listen("annotations-changed", changed);
    }

    private void listen(String event, Consumer<String> changed) {
        getElement()
                .addEventListener(event, said -> {
                    value = text(said);
                    check = check(value);
                    changed.accept(value);
                })
                .addEventData("event.detail.value");
    }

    /** Everything anew; the person can take it back. */
    void replace(String text) {
        getElement().callJsFunction("replace", text);
    }

    /** What the server has taken, so that the browser need not keep it any more. */
    void taken(UUID task, String stamp, String text) {
        getElement().callJsFunction("draft", task.toString(), stamp, text);
    }

    String value() {
        return value;
    }

    PointsCheck check() {
        return check;
    }

    private PointsCheck check(String text) {
        PointsCheck found = PointsCheck.of(text);
        getElement().setProperty("check", JSON.writeValueAsString(found));
        return found;
    }

    private static String text(DomEvent event) {
        return event.getEventData().get("event.detail.value").asString();
    }
}
