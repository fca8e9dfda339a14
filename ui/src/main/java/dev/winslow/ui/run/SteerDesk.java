package dev.winslow.ui.run;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.run.StepView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.variable.Origin;
import dev.winslow.api.variable.VariableView;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.run.RunVariables;
import dev.winslow.engine.run.Runs;
import dev.winslow.engine.run.Steering;
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
    private final FileService files;

    SteerDesk(
            RunService runs,
            Steering steering,
            Attempts attempts,
            Runs stored,
            RunVariables variables,
            FileService files) {
        this.runs = runs;
        this.steering = steering;
        this.attempts = attempts;
        this.stored = stored;
        this.variables = variables;
        this.files = files;
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
        return runs.attempts(run.id());
    }

    /** Attempts whose files another one can begin with, newest first. */
    List<AttemptView> ended(UUID project) {
        return stored.ofProject(project).stream()
                .limit(RUNS_TO_TAKE_FILES_FROM)
                .flatMap(run -> runs.attempts(run.id()).reversed().stream())
                .filter(attempt -> attempt.state().isFinal())
                .toList();
    }

    public List<FileView> left(RunView run, AttemptView attempt) {
        return files.left(run.projectId(), attempt.id());
    }

    void retry(RunView run, StepView step) {
        runs.retry(run.id(), step.id());
    }

    void abort(AttemptView attempt) {
        attempts.abort(attempt.id());
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
        runs.start(run.projectId(), new StartRun(together, start.step(), start.workspace(), start.pauseAfter()));
    }

    /** The run goes on; where a step is named it pauses once that is done. */
    void resume(RunView run, Optional<String> pauseAfter) {
        runs.resume(run.id(), Map.of());
        pauseAfter.ifPresent(step -> runs.pause(run.id(), Optional.of(step)));
    }
}
