package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.Drawn;
import dev.winslow.ui.shell.Notices;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who does a task and by when, and the ways to change that. */
final class CareBar extends Div {
    private final transient TaskDesk desk;
    private final transient InstantSource clock;
    private final Drawn drawn = new Drawn();
    private final String me;

    /** @param me the name of the person in front of the page */
    CareBar(TaskDesk desk, InstantSource clock, String me) {
        this.desk = desk;
        this.clock = clock;
        this.me = me;
        addClassName("winslow-care");
    }

    void show(TaskView task) {
        Optional<DueWords> due = DueWords.of(task, clock.instant());
        drawn.show(List.of(task, due), () -> draw(task, due));
    }

    private void draw(TaskView task, Optional<DueWords> when) {
        removeAll();
        when.ifPresent(due -> add(badge(due.words(), due.className())));
        Optional<String> who = task.assignee();
        boolean mine = who.equals(Optional.of(me));
        who.ifPresent(name -> add(person(mine ? t("You do it") : t("{0} does it", name))));
        if (mine) {
            add(small(t("Give back"), VaadinIcon.ARROW_BACKWARD, task, () -> desk.assign(task, Optional.empty())));
        } else if (who.isEmpty()) {
            add(small(t("Take it on"), VaadinIcon.HAND, task, () -> desk.claim(task)));
        }
        Button more =
                new Button(t("Hand over"), VaadinIcon.USER.create(), click -> new HandOverDialog(desk, task).open());
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        more.setAriaLabel(t("Hand over or set when due: {0}, {1}", task.name(), task.projectName()));
        add(more);
    }

    private static Button small(String words, VaadinIcon icon, TaskView task, Runnable act) {
        Button button = new Button(words, icon.create(), click -> Notices.attempt(act::run));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(words + ": " + task.name() + ", " + task.projectName());
        return button;
    }

    private static Span person(String words) {
        Span person = new Span(VaadinIcon.USER.create(), new Span(words));
        person.addClassName("winslow-chip");
        return person;
    }

    private static Span badge(String words, String className) {
        Span badge = new Span(VaadinIcon.CLOCK.create(), new Span(words));
        badge.addClassNames("winslow-chip", className);
        return badge;
    }
}
