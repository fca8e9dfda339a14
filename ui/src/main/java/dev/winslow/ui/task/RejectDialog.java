package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;

/** Ends a run whose result is of no use, with the reason. */
final class RejectDialog extends Dialog {
    private final transient TaskDesk desk;
    private final transient ReviewDesk reviews;
    private final transient TaskView task;
    private final TextArea reason = new TextArea(t("Why"));

    RejectDialog(TaskDesk desk, ReviewDesk reviews, TaskView task) {
        this.desk = desk;
        this.reviews = reviews;
        this.task = task;
        setHeaderTitle(t("Reject the result"));
        setWidth("min(480px, 96vw)");
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setMaxLength(3000);
        Div content = new Div(
                new Paragraph(
                        t(
                                "The run ends here and counts as not approved. All files stay; a new run can go on from any stage.")),
                reason);
        content.addClassName("winslow-form");
        add(content);
        Button reject = new Button(t("Reject and end the run"), click -> reject());
        reject.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(t("Cancel"), click -> close()), reject);
    }

    private void reject() {
        String why = reason.getValue().strip();
        if (why.isEmpty()) {
            reason.setErrorMessage(t("Say why, so that others need not find out again."));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        boolean done = Notices.attempt(() -> {
            desk.comment(task, t("Rejected: {0}", why));
            reviews.reject(task, "rejected at \"" + task.name() + "\": " + why);
        });
        if (done) {
            close();
            Notices.done(t("The result is rejected, and its run has ended."));
            Navigation.goToProject(task.projectId());
        }
    }
}
