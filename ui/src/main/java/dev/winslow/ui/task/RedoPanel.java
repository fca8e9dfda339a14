package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.StepView;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends the run back to a stage, with other settings. */
final class RedoPanel extends Div {
    private final transient TaskDesk desk;
    private final transient ReviewDesk reviews;
    private final transient TaskView task;
    private final Select<StepView> stage = new Select<>();
    private final Fields fields;
    private final TextArea others = new TextArea(t("Other variables"));
    private final TextArea comment = new TextArea(t("What is not good"));
    private final Paragraph says = new Paragraph();
    private final Button redo = new Button(VaadinIcon.REFRESH.create(), click -> redo());

    RedoPanel(TaskDesk desk, ReviewDesk reviews, TaskView task) {
        this.desk = desk;
        this.reviews = reviews;
        this.task = task;
        addClassName("winslow-panel");
        fields = new Fields(task.fields().stream()
                .filter(field -> !field.variable().equals(ReviewForm.DECISION))
                .toList());
        chooseStage();
        others.setPlaceholder(t("NAME=value, one a line"));
        others.setWidthFull();
        comment.setWidthFull();
        comment.setMaxLength(4000);
        comment.setHelperText(t("Kept as a comment for the next review."));
        says.addClassName("winslow-secondary");
        add(new H2(t("Not good yet?")), stage, fields, others, comment, says, redo);
        showChoice();
    }

    private void chooseStage() {
        List<StepView> stages = reviews.stages(task);
        stage.setLabel(t("Redo from"));
        stage.setWidthFull();
        stage.setItems(stages);
        stage.setItemLabelGenerator(StepView::name);
        stages.stream()
                .filter(this::isOwn)
                .findFirst()
                .or(() -> stages.stream().findFirst())
                .ifPresent(stage::setValue);
        stage.addValueChangeListener(change -> showChoice());
    }

    /** The stage that the pipeline itself sends a review back to. */
    private boolean isOwn(StepView step) {
        return step.id().equals(task.settings().getOrDefault("redo", ""));
    }

    private void showChoice() {
        StepView chosen = stage.getValue();
        redo.setEnabled(chosen != null);
        if (chosen == null) {
            return;
        }
        redo.setText(t("Redo from \"{0}\"", chosen.name()));
        JumpPreview preview = reviews.preview(task, chosen);
        says.setText(preview.sentence() + " " + t("What is here now stays in the history."));
        redo.setEnabled(preview.possible() || isOwn(chosen));
    }

    private void redo() {
        if (!fields.check()) {
            return;
        }
        Map<String, String> variables = new HashMap<>(fields.values());
        for (String line :
                others.getValue().lines().filter(text -> !text.isBlank()).toList()) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                others.setErrorMessage(t("Expected NAME=value, but this is \"{0}\".", line.strip()));
                others.setInvalid(true);
                return;
            }
            variables.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        send(stage.getValue(), variables);
    }

    private void send(StepView chosen, Map<String, String> variables) {
        boolean commented =
                comment.getValue().isBlank() || Notices.attempt(() -> desk.comment(task, comment.getValue()));
        if (!commented) {
            return;
        }
        if (isOwn(chosen)) {
            variables.put(ReviewForm.DECISION, "redo");
            desk.answer(task, variables, Map.of());
        } else if (Notices.attempt(() -> reviews.redo(task, chosen, variables))) {
            Notices.done(t("The run goes on at \"{0}\".", chosen.name()));
            Navigation.goToProject(task.projectId());
        }
    }
}
