package dev.winslow.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.artifact.Results;
import java.util.List;
import java.util.Map;

/** Results to judge: approved, rejected, or sent back to an earlier stage with other settings. */
final class ReviewForm {
    static final String DECISION = "decision";

    private ReviewForm() {}

    static TaskForms.Form of(TaskDesk desk, ReviewDesk reviews, TaskView task) {
        Results results = new Results(false);
        results.show(reviews.results(task));
        Button approve = new Button(
                "Approve",
                VaadinIcon.CHECK.create(),
                click -> desk.answer(task, Map.of(DECISION, "approve"), Map.of()));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        Button reject =
                new Button("Reject", VaadinIcon.CLOSE.create(), click -> new RejectDialog(desk, reviews, task).open());
        reject.addThemeVariants(ButtonVariant.ERROR);
        Div left = new Div(new TrackReview(reviews, task), results);
        left.addClassName("winslow-results");
        Div body = new Div(left, new RedoPanel(desk, reviews, task));
        body.addClassNames("winslow-two", "winslow-top");
        return new TaskForms.Form(body, List.of(reject, approve));
    }
}
