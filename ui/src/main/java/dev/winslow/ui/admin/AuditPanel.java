package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.winslow.api.history.EventView;
import dev.winslow.engine.history.Event;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Optional;

/** Who did what with people, tokens, nodes, the pool and variables of all projects, newest first. */
final class AuditPanel extends Div {
    private static final int AT_ONCE = 100;

    private final transient AdminDesk desk;
    private final UnorderedList list = new UnorderedList();
    private final Button older = new Button(t("Older"), click -> load());
    private Optional<Long> last = Optional.empty();

    AuditPanel(AdminDesk desk) {
        this.desk = desk;
        addClassName("winslow-area");
        list.addClassName("winslow-audit");
        older.addThemeVariants(ButtonVariant.TERTIARY);
        Paragraph about = new Paragraph(
                t(
                        "Who did what with people, tokens, nodes, the pool and variables of all projects. What happens in a project stands in its history."));
        about.addClassName("winslow-secondary");
        add(about, Pages.panel(list), older);
        load();
        if (list.getComponentCount() == 0) {
            list.add(new ListItem(t("Nothing yet.")));
        }
    }

    private void load() {
        List<EventView> events =
                desk.events().audit(last, AT_ONCE).stream().map(Event::view).toList();
        events.forEach(event -> list.add(item(event)));
        older.setVisible(events.size() == AT_ONCE);
        if (!events.isEmpty()) {
            last = Optional.of(events.getLast().id());
        }
    }

    private static ListItem item(EventView event) {
        Span when = new Span(Words.time(event.at()));
        when.addClassNames("winslow-secondary", "winslow-figure");
        Span who = new Span(event.who());
        who.addClassName("winslow-strong");
        return new ListItem(when, who, new Span(event.text()));
    }
}
