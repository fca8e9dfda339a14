package dev.winslow.ui.task;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptState;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.task.TaskView;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.run.Steering;
import dev.winslow.ui.artifact.OutputLabels;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that judging a result asks of the server. */
@Component
class ReviewDesk {
    private static final int EARLIER_RUNS = 4;
    private static final int EARLIER_RESULTS = 12;

    private final FileService files;
    private final RunService runs;
    private final Steering steering;
    private final PipelineService pipelines;

    ReviewDesk(FileService files, RunService runs, Steering steering, PipelineService pipelines) {
        this.files = files;
        this.runs = runs;
        this.steering = steering;
        this.pipelines = pipelines;
    }

    /** What an earlier attempt left at the same place. */
    record Earlier(AttemptView attempt, FileView file) {}

    List<FileView> results(TaskView task) {
        return files.files(task.projectId(), Optional.of(task.runId()), Area.OUTPUT);
    }

    /** What the pipeline calls them. */
    OutputLabels labels(TaskView task) {
        return runs.find(task.runId())
                .flatMap(run -> pipelines.find(run.pipelineKey(), run.pipelineVersion()))
                .flatMap(version -> pipelines.spec(version.definitionId()))
                .map(OutputLabels::of)
                .orElse(OutputLabels.NONE);
    }

    Optional<FileView> file(TaskView task, String path) {
        return Stream.of(Area.OUTPUT, Area.WORKSPACE, Area.INPUT)
                .flatMap(area -> files.files(task.projectId(), Optional.of(task.runId()), area).stream())
                .filter(file -> file.path().equals(path))
                .findFirst();
    }

    /** The film as it was recorded, where the run says which it is. */
    Optional<FileView> film(TaskView task) {
        List<FileView> inputs = files.files(task.projectId(), Optional.of(task.runId()), Area.INPUT);
        return runs.find(task.runId())
                .flatMap(run -> Optional.ofNullable(run.variables().get("VIDEO")))
                .flatMap(name ->
                        inputs.stream().filter(file -> file.path().equals(name)).findFirst());
    }

    String text(FileView file) {
        return files.text(file.id());
    }

    /** What earlier attempts of the stage that made this file have made of it, newest first; also those of the project's last runs. */
    List<Earlier> earlier(TaskView task, FileView now) {
        return runs.ofProject(task.projectId()).stream()
                .limit(EARLIER_RUNS)
                .flatMap(run -> runs.attempts(run.id()).stream())
                .filter(attempt ->
                        now.stageId().filter(attempt.stageId()::equals).isPresent())
                .filter(attempt -> attempt.state() == AttemptState.SUCCEEDED
                        && !now.attemptId().equals(Optional.of(attempt.id())))
                .sorted(Comparator.comparing(
                                (AttemptView attempt) -> attempt.endedAt().orElseThrow())
                        .reversed())
                .limit(EARLIER_RESULTS)
                .flatMap(attempt -> files.left(task.projectId(), attempt.id()).stream()
                        .filter(file ->
                                file.path().equals(now.path()) && !file.sha256().equals(now.sha256()))
                        .map(file -> new Earlier(attempt, file)))
                .toList();
    }

    /** Stages that the result came through, in the order of the pipeline. */
    List<StepView> stages(TaskView task) {
        return runs.find(task.runId()).stream()
                .flatMap(run -> run.steps().stream())
                .filter(step -> !step.userTask() && step.latestAttempt().isPresent())
                .toList();
    }

    JumpPreview preview(TaskView task, StepView stage) {
        return steering.preview(task.runId(), stage.id());
    }

    void redo(TaskView task, StepView stage, Map<String, String> variables) {
        steering.jump(task.runId(), new Jump(stage.id(), variables, Optional.empty(), Optional.empty()));
    }

    void reject(TaskView task, String reason) {
        runs.cancel(task.runId(), reason);
    }
}
