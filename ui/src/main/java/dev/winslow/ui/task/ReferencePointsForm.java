package dev.winslow.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.Pages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The points by which the camera is followed, set on the reference frame. */
final class ReferencePointsForm {
    private static final String NO_POINTS = "{\"frame\": 0, \"points\": [], \"lanes\": [], \"lines\": []}";

    private ReferencePointsForm() {}

    static TaskForms.Form of(TaskDesk desk, TaskView task) {
        String frameName = task.settings().getOrDefault("frame", "reference-frame.jpg");
        Optional<FileView> frame = desk.file(task, frameName);
        if (frame.isEmpty()) {
            return new TaskForms.Form(
                    Pages.empty(
                            "The frame is missing",
                            "The stage before this task should have left " + frameName
                                    + " in the workspace. Look at its log in the project."),
                    List.of());
        }
        String answer = task.settings().getOrDefault("answer", "reference-points.json");
        FrameAnnotator annotator = new FrameAnnotator(frame.get(), initial(desk, task, answer));
        Button done =
                new Button("Use these points", click -> desk.answer(task, Map.of(), Map.of(answer, annotator.value())));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        return new TaskForms.Form(annotator, List.of(done));
    }

    /** What a person set before counts more than what the stage suggests. */
    private static String initial(TaskDesk desk, TaskView task, String answer) {
        return desk.file(task, answer)
                .or(() -> desk.file(task, task.settings().getOrDefault("suggestion", "suggested-points.json")))
                .map(desk::text)
                .orElse(NO_POINTS);
    }
}
