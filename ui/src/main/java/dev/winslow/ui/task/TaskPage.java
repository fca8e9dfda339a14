package dev.winslow.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;

/** One task, with the form that its pipeline asks for. */
@Route(Navigation.TASK + "/:id")
@PermitAll
public class TaskPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient TaskDesk desk;
    private final Div gone = Pages.empty(
            "This task does not wait any more",
            "It was answered, or its run was ended, here or by somebody else.",
            new com.vaadin.flow.component.html.Anchor(Navigation.INBOX, "To the inbox"));
    private final Div form = new Div();
    private Optional<UUID> id = Optional.empty();
    private String title = "Task";

    TaskPage(TaskDesk desk, LiveUpdates live) {
        this.desk = desk;
        addClassName("winslow-page");
        form.addClassName("winslow-task");
        add(gone, form);
        live.keep(this, project -> true, this::showWhetherOpen);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        form.removeAll();
        id = enter.getRouteParameters().get("id").flatMap(TaskPage::uuid);
        id.flatMap(desk::find).ifPresent(this::build);
        showWhetherOpen();
    }

    @Override
    public String getPageTitle() {
        return title + " – Winslow";
    }

    private void build(TaskView task) {
        title = task.name();
        TaskForms.Form content = TaskForms.of(desk, task);
        Span about = new Span(Navigation.toProject(task.projectId(), task.projectName()));
        form.add(Pages.head(task.name(), content.actions().toArray(Component[]::new)), about, content.body());
    }

    private void showWhetherOpen() {
        boolean open = id.flatMap(desk::find).isPresent();
        form.setVisible(open);
        gone.setVisible(!open);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
