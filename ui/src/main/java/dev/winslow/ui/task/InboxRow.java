package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.Navigation;
import java.time.Duration;
import java.time.InstantSource;

/** One task of the inbox: what, where, since when, and who. */
final class InboxRow extends ListItem {
    InboxRow(TaskDesk desk, TaskView task, InstantSource clock, String me) {
        addClassName("winslow-inbox-row");
        Span icon = new Span(icon(task.form()).create());
        icon.addClassNames(
                "winslow-inbox-icon", "winslow-inbox-" + task.form().name().toLowerCase(java.util.Locale.ROOT));
        Anchor open = Navigation.toTask(task.id(), task.name());
        open.addClassName("winslow-inbox-name");
        Span facts = new Span(
                Navigation.toProject(task.projectId(), task.projectName()),
                new Span(" · " + InboxGroup.kind(task.form()) + " · "
                        + t("waits {0}", DueWords.rough(Duration.between(task.createdAt(), clock.instant())))));
        facts.addClassName("winslow-secondary");
        Div words = new Div(open, facts);
        words.addClassName("winslow-inbox-words");
        CareBar care = new CareBar(desk, clock, me);
        care.show(task);
        add(icon, words, comments(task), care);
    }

    private static Span comments(TaskView task) {
        Span comments = new Span();
        if (task.comments() > 0) {
            comments.add(VaadinIcon.COMMENT_O.create(), new Span(String.valueOf(task.comments())));
            comments.addClassName("winslow-chip");
            comments.getElement()
                    .setAttribute("aria-label", count(task.comments(), "1 comment", "{0} comments"))
                    .setAttribute("role", "img");
        }
        return comments;
    }

    private static VaadinIcon icon(TaskForm form) {
        return switch (form) {
            case REFERENCE_POINTS -> VaadinIcon.CROSSHAIRS;
            case REVIEW -> VaadinIcon.FILM;
            case FORM -> VaadinIcon.FORM;
            case VARIABLES -> VaadinIcon.QUESTION_CIRCLE_O;
        };
    }
}
