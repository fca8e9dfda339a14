package dev.winslow.ui.history;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.winslow.api.run.RunView;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The attempts of a run in time, a lane for each step. What runs grows by itself. */
@Tag("winslow-gantt")
@JsModule("./gantt.ts")
final class Gantt extends Component implements HasStyle {
    /** Many bars are much to send: only what differs goes to the browser. */
    private transient List<Bar> shown = List.of();

    Gantt() {
        getElement().setAttribute("role", "group").setAttribute("aria-label", t("Attempts in time"));
    }

    void show(RunView run, List<Bar> bars, Instant now) {
        if (!bars.equals(shown)) {
            shown = bars;
            getElement().setPropertyList("lanes", Bar.Lane.of(run, bars));
            getElement().setPropertyList("bars", bars);
        }
        getElement().setProperty("begin", (double) run.startedAt().toEpochMilli());
        getElement().setProperty("finish", (double)
                run.endedAt().map(Instant::toEpochMilli).orElse(0L));
        getElement().setProperty("now", (double) now.toEpochMilli());
    }

    /** Called with the id of an attempt that the person chose. */
    void onChoice(Consumer<String> chosen) {
        getElement()
                .addEventListener(
                        "attempt-chosen",
                        event -> chosen.accept(
                                event.getEventData().get("event.detail.id").asString()))
                .addEventData("event.detail.id");
    }
}
