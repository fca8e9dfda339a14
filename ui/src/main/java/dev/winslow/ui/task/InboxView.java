package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.later;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What waits for a person: what is overdue first, then by due date and age. */
@Route(Navigation.INBOX)
@PermitAll
@StyleSheet("winslow-tasks.css")
public class InboxView extends Main implements HasDynamicTitle {
    private static final Duration AGEING = Duration.ofMinutes(1);

    /** Whose tasks one looks at. */
    private enum Whose {
        OPEN(later("Mine and nobody's")),
        MINE(later("Mine")),
        ALL(later("All"));

        private final String words;

        Whose(String words) {
            this.words = words;
        }

        boolean suits(TaskView task, String me) {
            return switch (this) {
                case OPEN -> task.assignee().isEmpty() || task.assignee().get().equals(me);
                case MINE -> task.assignee().filter(me::equals).isPresent();
                case ALL -> true;
            };
        }
    }

    private final transient TaskDesk desk;
    private final transient InstantSource clock;
    /** Asked once: refreshes come from threads that nobody is signed in on. */
    private final String me = Person.name();

    private final Select<Whose> whose = new Select<>();
    private final Select<InboxGroup> group = new Select<>();
    private final Div content = new Div();
    private transient List<TaskView> shown = List.of();
    private Instant drawn = Instant.EPOCH;
    private int overdue;

    InboxView(TaskDesk desk, InstantSource clock, LiveUpdates live) {
        this.desk = desk;
        this.clock = clock;
        addClassName("winslow-page");
        whose.setItems(Whose.values());
        whose.setItemLabelGenerator(choice -> t(choice.words));
        whose.setValue(Whose.OPEN);
        whose.setAriaLabel(t("Whose tasks"));
        whose.addValueChangeListener(change -> draw());
        group.setItems(InboxGroup.values());
        group.setItemLabelGenerator(InboxGroup::words);
        group.setValue(InboxGroup.URGENCY);
        group.setAriaLabel(t("Put together by"));
        group.addValueChangeListener(change -> draw());
        content.addClassName("winslow-inbox");
        add(Pages.head(t("Inbox"), whose, group), content);
        live.keepMoves(this, this::refresh);
        live.every(AGEING, this, this::refresh);
        draw();
    }

    @Override
    public String getPageTitle() {
        return (overdue > 0 ? t("Inbox ({0} overdue)", overdue) : t("Inbox")) + " – Winslow";
    }

    /** Anew only where something is to be seen, or the focus would be lost under people's hands. */
    private void refresh() {
        boolean older = drawn.plus(AGEING).isBefore(clock.instant());
        if (older || !desk.open().equals(shown)) {
            draw();
        }
    }

    private void draw() {
        shown = desk.open();
        drawn = clock.instant();
        overdue = (int) shown.stream()
                .filter(task -> task.dueAt().filter(drawn::isAfter).isPresent())
                .count();
        List<TaskView> mine =
                shown.stream().filter(task -> whose.getValue().suits(task, me)).toList();
        content.removeAll();
        if (mine.isEmpty()) {
            content.add(empty());
        }
        group.getValue().of(mine, drawn).forEach((title, tasks) -> content.add(section(title, tasks)));
    }

    private Div empty() {
        return shown.isEmpty()
                ? Pages.empty(t("Nothing waits for you"), t("When a pipeline needs a person, it asks here."))
                : Pages.empty(t("Nothing waits for you"), t("Others do what waits: choose All to see it."));
    }

    private Div section(String title, List<TaskView> tasks) {
        Span count = new Span(String.valueOf(tasks.size()));
        count.addClassName("winslow-secondary");
        H2 head = new H2(new Span(title), new Span(" "), count);
        UnorderedList list = new UnorderedList();
        list.addClassName("winslow-inbox-list");
        list.getElement().setAttribute("aria-label", title);
        tasks.forEach(task -> list.add(new InboxRow(desk, task, clock, me)));
        Div section = new Div(head, list);
        section.addClassName("winslow-inbox-group");
        return section;
    }
}
