package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.system.SystemCheck;
import dev.winslow.ui.shell.Pages;

/** How the parts of the system are, at this moment. */
final class SystemPanel extends Div {
    private final transient AdminDesk desk;
    private final Div cards = new Div();

    SystemPanel(AdminDesk desk) {
        this.desk = desk;
        addClassName("winslow-area");
        cards.addClassName("winslow-cards");
        Paragraph about = new Paragraph(t("Metrics for a monitoring system are at /actuator/prometheus."));
        about.addClassName("winslow-secondary");
        Div space = new Div();
        space.addClassName("winslow-space");
        Div bar = new Div(about, space, new Button(t("Look again"), VaadinIcon.REFRESH.create(), click -> refresh()));
        bar.addClassName("winslow-head");
        add(bar, cards);
        refresh();
    }

    private void refresh() {
        cards.removeAll();
        desk.health().look().forEach(check -> cards.add(card(check)));
    }

    private static Div card(SystemCheck check) {
        Span health = new Span(
                switch (check.health()) {
                    case GOOD -> t("Good");
                    case WORRYING -> t("Needs a look");
                    case BAD -> t("Bad");
                });
        health.addClassNames(
                "winslow-state",
                switch (check.health()) {
                    case GOOD -> "winslow-state-online";
                    case WORRYING -> "winslow-state-waiting";
                    case BAD -> "winslow-state-failed";
                });
        return Pages.panel(new H2(check.part()), health, new Paragraph(check.detail()));
    }
}
