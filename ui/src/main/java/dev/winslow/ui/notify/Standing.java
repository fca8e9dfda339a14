package dev.winslow.ui.notify;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Span;
import dev.winslow.api.notify.RuleView;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.List;

/** How a rule fares: whether what it tells arrives. */
enum Standing {
    /** Its receiver took the last thing that it was told. */
    DELIVERED("succeeded"),
    /** Its receiver is away, and is tried again. */
    WAITING("waiting"),
    /** Nothing arrives until somebody does something about it. */
    FAILED("failed"),
    PAUSED("paused"),
    /** There was nothing to tell yet. */
    NEW("new");

    private final String colour;

    Standing(String colour) {
        this.colour = colour;
    }

    static Standing of(RuleView rule) {
        if (rule.nextTryAt().isPresent()) {
            return WAITING;
        }
        if (rule.fault().isPresent()) {
            return FAILED;
        }
        if (!rule.enabled()) {
            return PAUSED;
        }
        return rule.deliveredAt().isPresent() ? DELIVERED : NEW;
    }

    /** What is known of it beside its state; why something did not arrive, the server says. */
    static List<String> details(RuleView rule) {
        List<String> details = new ArrayList<>();
        rule.fault().ifPresent(details::add);
        rule.nextTryAt().ifPresent(next -> details.add(t("Next try {0}", Words.time(next))));
        rule.deliveredAt().ifPresent(at -> details.add(t("Last delivered {0}", Words.time(at))));
        rule.givenUp().ifPresent(details::add);
        return details;
    }

    Span badge() {
        Span badge = new Span(words());
        badge.addClassNames("winslow-state", "winslow-state-" + colour);
        return badge;
    }

    private String words() {
        return switch (this) {
            case DELIVERED -> t("Delivered");
            case WAITING -> t("Waits for the receiver");
            case FAILED -> t("Nothing arrives");
            case PAUSED -> t("Paused");
            case NEW -> t("Nothing told yet");
        };
    }
}
