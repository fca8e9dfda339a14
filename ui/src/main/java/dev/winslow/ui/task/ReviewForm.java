package dev.winslow.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.task.TaskField;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.artifact.Results;
import dev.winslow.ui.shell.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Results to judge: approved, or sent back to an earlier stage with other settings. */
final class ReviewForm {
    private static final String DECISION = "decision";

    private ReviewForm() {}

    static TaskForms.Form of(TaskDesk desk, ReviewDesk reviews, TaskView task) {
        Results results = new Results();
        results.show(reviews.results(task));
        Button approve = new Button(
                "Approve",
                VaadinIcon.CHECK.create(),
                click -> desk.answer(task, Map.of(DECISION, "approve"), Map.of()));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        Div body = new Div(results, redo(desk, reviews, task));
        body.addClassNames("winslow-two", "winslow-top");
        return new TaskForms.Form(body, List.of(approve));
    }

    private static Div redo(TaskDesk desk, ReviewDesk reviews, TaskView task) {
        List<TaskField> settings = task.fields().stream()
                .filter(field -> !field.variable().equals(DECISION))
                .toList();
        Fields fields = new Fields(settings);
        String stage = reviews.stages(task).stream()
                .filter(step -> step.id().equals(task.settings().getOrDefault("redo", "")))
                .map(dev.winslow.api.run.StepView::name)
                .findFirst()
                .orElse("");
        Button redo = new Button("Redo from \"" + stage + "\"", VaadinIcon.REFRESH.create(), click -> {
            Map<String, String> variables = new HashMap<>(fields.values());
            variables.put(DECISION, "redo");
            desk.answer(task, variables, Map.of());
        });
        return Pages.panel(
                new H2("Not good yet?"),
                new Paragraph("Change the settings and let the stages from \"" + stage
                        + "\" on run again. What is here now stays in the history."),
                fields,
                redo);
    }
}
