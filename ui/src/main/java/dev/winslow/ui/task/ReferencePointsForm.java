package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.LiveUpdates;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The points by which the camera is followed, set on the reference frame. */
final class ReferencePointsForm {
    private static final String NO_POINTS = "{\"frame\": 0, \"points\": [], \"lanes\": [], \"lines\": []}";

    private final TaskDesk desk;
    private final TaskView task;
    private final FrameAnnotator annotator;
    private final SharedDraft draft;

    private ReferencePointsForm(TaskDesk desk, TaskView task, FileView frame, LiveUpdates live) {
        this.desk = desk;
        this.task = task;
        draft = SharedDraft.of(desk, task, live, this::show);
        annotator = new FrameAnnotator(frame, draft.content().orElseGet(this::initial));
        annotator.onChange(this::keep);
        annotator.taken(task.id(), draft.stamp(), annotator.value());
    }

    static TaskForms.Form of(TaskDesk desk, TaskView task, LiveUpdates live) {
        String frameName = task.settings().getOrDefault("frame", "reference-frame.jpg");
        Optional<FileView> frame = desk.file(task, frameName);
        if (frame.isEmpty()) {
            return new TaskForms.Form(
                    Pages.empty(
                            t("The frame is missing"),
                            t(
                                    "The stage before this task should have left {0} in the workspace. Look at its log in the project.",
                                    frameName)),
                    List.of());
        }
        return new ReferencePointsForm(desk, task, frame.get(), live).form();
    }

    private TaskForms.Form form() {
        Button templates = new Button(
                t("Points of a place"),
                VaadinIcon.MAP_MARKER.create(),
                click -> new TemplatesDialog(desk, annotator, task.projectName()).open());
        Button done = new Button(t("Use these points"), VaadinIcon.CHECK.create(), click -> answer());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        Div body = new Div(draft, annotator);
        body.addClassName("winslow-annotating");
        return new TaskForms.Form(body, List.of(templates, done));
    }

    private void answer() {
        List<String> problems = annotator.check().problems();
        if (problems.isEmpty()) {
            desk.answer(task, Map.of(), Map.of(file(), annotator.value()));
        } else {
            Notices.refused(t("These points cannot be used yet.") + " " + String.join(" ", problems));
        }
    }

    private void keep(String value) {
        if (draft.save(value)) {
            annotator.taken(task.id(), draft.stamp(), value);
        }
    }

    private void show(String content) {
        annotator.replace(content);
    }

    private String file() {
        return task.settings().getOrDefault("answer", "reference-points.json");
    }

    /** What a person set before counts more than what the stage suggests. */
    private String initial() {
        return desk.file(task, file())
                .or(() -> desk.file(task, task.settings().getOrDefault("suggestion", "suggested-points.json")))
                .map(desk::text)
                .orElse(NO_POINTS);
    }
}
