package dev.winslow.ui.history;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.winslow.api.history.EventView;
import dev.winslow.ui.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who did what when, newest first. Older events come when they are asked for. */
final class EventList extends Div {
    private final transient HistoryDesk desk;
    private final UnorderedList list = new UnorderedList();
    private final Button older = new Button(t("Older"), click -> loadOlder());
    private final transient List<EventView> shown = new ArrayList<>();
    private UUID project = new UUID(0, 0);

    EventList(HistoryDesk desk) {
        this.desk = desk;
        list.addClassName("winslow-events");
        older.addThemeVariants(ButtonVariant.TERTIARY);
        add(list, older);
    }

    /** Adds what is new at the top; what was loaded before stays. */
    void show(UUID id) {
        if (!id.equals(project)) {
            project = id;
            shown.clear();
            list.removeAll();
        }
        List<EventView> newest = desk.events(project, Optional.empty());
        long known = shown.isEmpty() ? Long.MIN_VALUE : shown.getFirst().id();
        List<EventView> fresh =
                newest.stream().filter(event -> event.id() > known).toList();
        if (!shown.isEmpty() && fresh.size() == newest.size()) {
            // More came than one answer holds: what lies between would be missing.
            shown.clear();
            list.removeAll();
        }
        shown.addAll(0, fresh);
        for (int i = 0; i < fresh.size(); i++) {
            list.addComponentAtIndex(i, item(fresh.get(i)));
        }
        older.setVisible(shown.size() >= HistoryDesk.EVENTS_AT_ONCE);
    }

    private void loadOlder() {
        List<EventView> more = desk.events(project, Optional.of(shown.getLast().id()));
        shown.addAll(more);
        more.forEach(event -> list.add(item(event)));
        older.setVisible(more.size() == HistoryDesk.EVENTS_AT_ONCE);
    }

    private static ListItem item(EventView event) {
        Span when = new Span(Words.time(event.at()));
        when.addClassNames("winslow-secondary", "winslow-figure");
        Span who = new Span(event.who());
        who.addClassName("winslow-strong");
        return new ListItem(when, who, new Span(event.text()));
    }
}
