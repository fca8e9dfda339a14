package dev.winslow.ui.task;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.run.StepView;
import dev.winslow.api.task.CompleteTask;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.task.TaskService;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that the forms of tasks ask of the server. */
@Component
class TaskDesk {
    private final TaskService tasks;
    private final FileService files;
    private final RunService runs;

    TaskDesk(TaskService tasks, FileService files, RunService runs) {
        this.tasks = tasks;
        this.files = files;
        this.runs = runs;
    }

    Optional<TaskView> find(UUID id) {
        return tasks.find(id);
    }

    Optional<FileView> file(TaskView task, String path) {
        return tasks.file(task.id(), path);
    }

    String text(FileView file) {
        return files.text(file.id());
    }

    List<FileView> results(TaskView task) {
        return files.files(task.projectId(), Optional.of(task.runId()), Area.OUTPUT);
    }

    /** The name of a step of the task's run, or its id if there is no such step. */
    String stepName(TaskView task, String stepId) {
        return runs.find(task.runId()).stream()
                .flatMap(run -> run.steps().stream())
                .filter(step -> step.id().equals(stepId))
                .map(StepView::name)
                .findFirst()
                .orElse(stepId);
    }

    void answer(TaskView task, Map<String, String> variables, Map<String, String> answerFiles) {
        boolean taken = Notices.attempt(
                () -> tasks.complete(task.id(), new CompleteTask(variables, answerFiles), Person.name()));
        if (taken) {
            Notices.done("Thank you: " + task.name() + " is done.");
            Navigation.goToProject(task.projectId());
        }
    }
}
