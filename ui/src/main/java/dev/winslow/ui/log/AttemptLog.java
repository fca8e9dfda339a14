package dev.winslow.ui.log;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import dev.winslow.api.stage.AttemptView;
import java.util.Optional;

/** The log of one attempt, live while it runs. */
@Tag("winslow-attempt-log")
@JsModule("./log/attempt-log.ts")
final class AttemptLog extends Component implements HasSize, HasStyle {

    /** Stands at the left of the bar above the lines. */
    void setHead(Component head) {
        Element element = head.getElement();
        element.setAttribute("slot", "head");
        getElement().appendChild(element);
    }

    void show(AttemptView attempt, Optional<Long> line) {
        getElement().setProperty("link", "?tab=log&attempt=" + attempt.id() + "&line=");
        getElement()
                .setProperty(
                        "src",
                        "page/attempts/" + attempt.id() + "/log"
                                + line.map(number -> "#" + number).orElse(""));
    }
}
