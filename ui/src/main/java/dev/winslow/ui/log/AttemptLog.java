package dev.winslow.ui.log;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.UUID;

/** The log of one attempt, live while it runs. */
@Tag("winslow-attempt-log")
@JsModule("./attempt-log.ts")
public final class AttemptLog extends Component implements HasSize {
    public void show(UUID attempt) {
        getElement().setProperty("src", "page/attempts/" + attempt + "/log");
    }
}
