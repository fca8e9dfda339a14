package dev.winslow.ui.task;

import com.vaadin.flow.component.Component;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.LiveUpdates;
import java.util.List;

/** Chooses the form of a task. */
final class TaskForms {
    private TaskForms() {}

    /** What one fills in, and the buttons that end it. */
    record Form(Component body, List<Component> actions) {}

    static Form of(TaskDesk desk, ReviewDesk reviews, TaskView task, LiveUpdates live) {
        return switch (task.form()) {
            case REFERENCE_POINTS -> ReferencePointsForm.of(desk, task, live);
            case REVIEW -> ReviewForm.of(desk, reviews, task);
            case FORM, VARIABLES -> FieldsForm.of(desk, task, live);
        };
    }
}
