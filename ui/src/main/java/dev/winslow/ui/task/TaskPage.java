package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One task, with the form that its pipeline asks for. */
@Route(Navigation.TASK + "/:id")
@PermitAll
@StyleSheet("winslow-tasks.css")
public class TaskPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient TaskDesk desk;
    private final transient ReviewDesk reviews;
    private final transient LiveUpdates live;
    private final transient Presence presence;
    private final CareBar care;
    private final String me = Person.name();
    private final Div gone = Pages.empty(
            t("This task does not wait any more"),
            t("It was answered, or its run was ended, here or by somebody else."),
            new Anchor(Navigation.INBOX, t("To the inbox")));
    private final Div form = new Div();
    private final Div closed = new Div();
    private final Div others = new Div();
    private Optional<UUID> id = Optional.empty();
    private transient Optional<CommentsPanel> comments = Optional.empty();
    private String title = t("Task");

    TaskPage(TaskDesk desk, ReviewDesk reviews, LiveUpdates live, Presence presence, InstantSource clock) {
        this.desk = desk;
        this.reviews = reviews;
        this.live = live;
        this.presence = presence;
        care = new CareBar(desk, clock, me);
        addClassName("winslow-page");
        form.addClassName("winslow-task");
        others.addClassName("winslow-waiting");
        others.getElement().setAttribute("role", "status");
        others.setVisible(false);
        add(gone, closed, form);
        live.keepMoves(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        form.removeAll();
        closed.removeAll();
        comments = Optional.empty();
        id = enter.getRouteParameters().get("id").flatMap(TaskPage::uuid);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return title + " – Winslow";
    }

    private void build(TaskView task) {
        TaskForms.Form content = TaskForms.of(desk, reviews, task, live);
        Span since = new Span(t("waits since {0}", Words.time(task.createdAt())));
        since.addClassName("winslow-secondary");
        Div about = new Div(Navigation.toProject(task.projectId(), task.projectName()), since, care);
        about.addClassName("winslow-about");
        CommentsPanel panel = new CommentsPanel(desk, task);
        comments = Optional.of(panel);
        form.add(
                Pages.head(task.name(), content.actions().toArray(Component[]::new)),
                about,
                others,
                content.body(),
                panel);
        presence.keep(task.id(), form, this::showOthers);
    }

    private void close(TaskView task) {
        closed.add(
                Pages.head(task.name()),
                Pages.empty(
                        t("Members of the project answer this task"),
                        t("You may see the project. Its owner can make you a member."),
                        Navigation.toProject(task.projectId(), task.projectName())));
    }

    private void showOthers(List<String> names) {
        List<String> people = names.stream()
                .filter(name -> !name.equals(me))
                .distinct()
                .sorted()
                .toList();
        others.setVisible(!names.isEmpty());
        others.setText(
                people.isEmpty()
                        ? t("This task is open in another window of yours as well.")
                        : count(
                                people.size(),
                                "{1} has this task open as well. What either of you changes the other is told.",
                                "{1} have this task open as well. What one of you changes the others are told.",
                                String.join(", ", people)));
    }

    private void refresh() {
        Optional<TaskView> task = id.flatMap(desk::find);
        boolean mayAnswer = task.filter(desk::mayAnswer).isPresent();
        form.setVisible(mayAnswer);
        closed.setVisible(task.isPresent() && !mayAnswer);
        gone.setVisible(task.isEmpty());
        task.ifPresent(open -> show(open, mayAnswer));
    }

    /** Who may answer no more and then again finds the form as it was left. */
    private void show(TaskView task, boolean mayAnswer) {
        title = task.name() + ", " + task.projectName();
        Div shown = mayAnswer ? form : closed;
        if (shown.getComponentCount() == 0) {
            if (mayAnswer) {
                build(task);
            } else {
                close(task);
            }
        }
        care.show(task);
        if (mayAnswer) {
            comments.ifPresent(CommentsPanel::refresh);
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
