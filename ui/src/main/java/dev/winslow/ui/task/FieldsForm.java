package dev.winslow.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.Pages;
import java.util.List;
import java.util.Map;

/** A form that sets variables of the run. */
final class FieldsForm {
    private FieldsForm() {}

    static TaskForms.Form of(TaskDesk desk, TaskView task) {
        Fields fields = new Fields(task.fields());
        Button done = new Button("Done", click -> desk.answer(task, fields.values(), Map.of()));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        return new TaskForms.Form(Pages.panel(fields), List.of(done));
    }
}
