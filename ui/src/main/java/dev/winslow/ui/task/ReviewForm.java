package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.artifact.Charts;
import dev.winslow.ui.artifact.FileAddress;
import dev.winslow.ui.artifact.FileBrowser;
import dev.winslow.ui.artifact.FileGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results to judge: approved, rejected, or sent back to an earlier stage with other settings. */
final class ReviewForm {
    static final String DECISION = "decision";

    private ReviewForm() {}

    static TaskForms.Form of(TaskDesk desk, ReviewDesk reviews, TaskView task) {
        Button approve = new Button(
                t("Approve"),
                VaadinIcon.CHECK.create(),
                click -> desk.answer(task, Map.of(DECISION, "approve"), Map.of()));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        Button reject = new Button(
                t("Reject"), VaadinIcon.CLOSE.create(), click -> new RejectDialog(desk, reviews, task).open());
        reject.addThemeVariants(ButtonVariant.ERROR);
        return new TaskForms.Form(body(desk, reviews, task), List.of(reject, approve));
    }

    /** The charts stand beside the film, so that a person sees both; under it where there is no room. */
    private static Div body(TaskDesk desk, ReviewDesk reviews, TaskView task) {
        List<FileView> results = reviews.results(task);
        Div side = new Div(new Charts(results, reviews.labels(task)), new RedoPanel(desk, reviews, task));
        side.addClassName("winslow-judging-side");
        FileBrowser browser = new FileBrowser();
        browser.show(List.of(new FileGroup(
                t("Results"), results, FileAddress.archive(task.projectId(), Optional.of(task.runId()), Area.OUTPUT))));
        Div files = new Div(new H2(t("Files")), browser);
        files.addClassName("winslow-judging-files");
        files.setVisible(!results.isEmpty());
        Div body = new Div(new TrackReview(reviews, task), side, files);
        body.addClassName("winslow-judging");
        return body;
    }
}
