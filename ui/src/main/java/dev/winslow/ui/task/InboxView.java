package dev.winslow.ui.task;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.task.TaskService;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What waits for a person, the oldest first. */
@Route(Navigation.INBOX)
@PageTitle("Inbox – Winslow")
@PermitAll
public class InboxView extends Main {
    private final transient TaskService tasks;
    private final Grid<TaskView> grid = new Grid<>();

    InboxView(TaskService tasks, InstantSource clock, LiveUpdates live) {
        this.tasks = tasks;
        addClassName("winslow-page");
        grid.addComponentColumn(task -> Navigation.toTask(task.id(), task.name()))
                .setHeader("Task")
                .setFlexGrow(2);
        grid.addComponentColumn(task -> Navigation.toProject(task.projectId(), task.projectName()))
                .setHeader("Project")
                .setFlexGrow(2);
        grid.addColumn(task -> Words.time(task.createdAt())).setHeader("Waits since");
        grid.addColumn(task -> Words.duration(Duration.between(task.createdAt(), clock.instant())))
                .setHeader("For");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", "Tasks");
        grid.setEmptyStateComponent(
                Pages.empty("Nothing waits for you", "When a pipeline needs a person, it asks here."));
        Div list = Pages.panel(grid);
        list.addClassName("winslow-flush");
        add(Pages.head("Inbox"), list);
        live.keep(this, project -> true, this::refresh);
        refresh();
    }

    private void refresh() {
        grid.setItems(tasks.open(Optional.empty()));
    }
}
