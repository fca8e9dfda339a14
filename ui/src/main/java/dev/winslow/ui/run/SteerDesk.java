package dev.winslow.ui.run;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptUsage;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.variable.Origin;
import dev.winslow.api.variable.VariableView;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.run.RunVariables;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.run.Steering;
import dev.winslow.engine.stage.AttemptUsages;
import dev.winslow.engine.stage.Attempts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that steering a run asks of the server. */
@Component
public class SteerDesk {
    private static final int RUNS_TO_TAKE_FILES_FROM = 5;

    private final RunService runs;
    private final Steering steering;
    private final Attempts attempts;
    private final Runs stored;
    private final RunVariables variables;
    private final StepFilesDesk files;
    private final AttemptUsages usages;

    SteerDesk(
            RunService runs,
            Steering steering,
            Attempts attempts,
            Runs stored,
            RunVariables variables,
            StepFilesDesk files,
            AttemptUsages usages) {
        this.runs = runs;
        this.steering = steering;
        this.attempts = attempts;
        this.stored = stored;
        this.variables = variables;
        this.files = files;
        this.usages = usages;
    }

    JumpPreview preview(RunView run, String target) {
        return steering.preview(run.id(), target);
    }

    /** What the stages of a run see. */
    public List<VariableView> variables(UUID run) {
        return variables.views(stored.require(run));
    }

    public void change(UUID run, Map<String, String> changed) {
        steering.changeVariables(run, changed);
    }

    public List<AttemptView> attempts(RunView run) {
        return attempts(run.id());
    }

    Optional<AttemptUsage> usage(AttemptView attempt) {
        return usages.find(attempt.id());
    }

    /** In the order in which they were made. */
    public List<AttemptView> attempts(UUID run) {
        return runs.attempts(run);
    }

    /** All attempts of the run to which this one belongs; none where it is not one of the project's. */
    public List<AttemptView> besides(UUID project, UUID attempt) {
        return attempts.find(List.of(attempt)).stream()
                .filter(each -> stored.find(each.runId())
                        .filter(run -> run.projectId().equals(project))
                        .isPresent())
                .flatMap(each -> runs.attempts(each.runId()).stream())
                .toList();
    }

    /** Attempts whose files another one can begin with, newest first. */
    public List<AttemptView> ended(UUID project) {
        return stored.ofProject(project).stream()
                .limit(RUNS_TO_TAKE_FILES_FROM)
                .flatMap(run -> runs.attempts(run.id()).reversed().stream())
                .filter(attempt -> attempt.state().isFinal())
                .toList();
    }

    public List<FileView> left(UUID project, AttemptView attempt) {
        return files.left(project, attempt.id());
    }

    StepFilesDesk files() {
        return files;
    }

    void retry(RunView run, StepView step) {
        runs.retry(run.id(), step.id());
    }

    /** What runs at a step: several attempts where it runs for each item of a list. */
    List<AttemptView> running(RunView run, StepView step) {
        return runs.attempts(run.id()).stream()
                .filter(attempt ->
                        attempt.stageId().equals(step.id()) && !attempt.state().isFinal())
                .toList();
    }

    /** What runs there by now; what has ended meanwhile needs no end. */
    void abort(RunView run, StepView step) {
        running(run, step).forEach(attempt -> attempts.abortIfRunning(attempt.id()));
    }

    void skip(RunView run, String step, Map<String, String> changed) {
        steering.skip(run.id(), step, changed);
    }

    void jump(RunView run, Jump jump) {
        steering.jump(run.id(), jump);
    }

    /** A new run that goes on with the variables of this one. */
    void startAfter(RunView run, StartRun start) {
        Map<String, String> together = new HashMap<>();
        variables(run.id()).stream()
                .filter(variable -> variable.origin() == Origin.RUN)
                .forEach(variable -> variable.value().ifPresent(value -> together.put(variable.name(), value)));
        together.putAll(start.variables());
        runs.start(
                run.projectId(),
                new StartRun(together, start.step(), start.workspace(), start.pauseAfter(), start.reuse()));
    }

    /** The run goes on; where a step is named it pauses once that is done. */
    void resume(RunView run, Optional<String> pauseAfter) {
        pauseAfter.ifPresentOrElse(step -> runs.resumeUntil(run.id(), step), () -> runs.resume(run.id(), Map.of()));
    }
}
