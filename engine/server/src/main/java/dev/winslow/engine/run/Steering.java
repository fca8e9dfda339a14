package dev.winslow.engine.run;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.Jump;
import dev.winslow.api.run.JumpPreview;
import dev.winslow.api.run.WorkspaceChoice;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.artifact.Entries;
import dev.winslow.engine.artifact.Snapshots;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.variable.VariableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes runs elsewhere than where their process would go. */
@Service
public class Steering {
    private final Runs runs;
    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final RunAttempts attempts;
    private final Entries entries;
    private final Snapshots snapshots;

    Steering(
            Runs runs,
            ProcessKernel kernel,
            PipelineService pipelines,
            RunAttempts attempts,
            Entries entries,
            Snapshots snapshots) {
        this.runs = runs;
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.attempts = attempts;
        this.entries = entries;
        this.snapshots = snapshots;
    }

    /** What a jump would do now. */
    @Transactional(readOnly = true)
    public JumpPreview preview(UUID runId, String target) {
        Run run = runs.require(runId);
        PipelineSpec pipeline = pipeline(run);
        requireElement(pipeline, target);
        return preview(run, pipeline, target, plan(run, pipeline, target));
    }

    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void jump(UUID runId, Jump jump) {
        Run run = runs.lockOpen(runId);
        PipelineSpec pipeline = pipeline(run);
        requireElement(pipeline, jump.to());
        runs.tell(runId, EventKind.RUN_JUMPED, Map.of("step", pipeline.nameOf(jump.to())));
        go(run, pipeline, jump);
        runs.moved(runId);
    }

    /** Takes a run that was just started elsewhere than to its beginning: with the chosen files, or those that the last run would have gone on with. */
    void begin(Run run, String step, Optional<WorkspaceChoice> workspace, Optional<UUID> lastRun) {
        PipelineSpec pipeline = pipeline(run);
        requireElement(pipeline, step);
        go(run, pipeline, new Jump(step, Map.of(), workspace, Optional.empty()));
        if (workspace.isEmpty()) {
            lastRun.ifPresent(last -> entries.inherit(run.id(), step, pipeline.flow(), last));
        }
    }

    void pauseAfter(Run run, String step) {
        runs.pauseAfter(run, requireStep(pipeline(run), step));
    }

    private void go(Run run, PipelineSpec pipeline, Jump jump) {
        JumpPlan plan = plan(run, pipeline, jump.to());
        // Before the move: a stage for each item of a list reads the list as it begins.
        change(run, jump.variables());
        switch (plan) {
            case JumpPlan.Together(Set<String> elements) -> {
                runs.withdrawQuestions(standing(run, elements));
                attempts.abandon(run.id(), elements, "the run goes on at " + pipeline.nameOf(jump.to()));
                kernel.move(run.id(), elements, jump.to());
            }
            case JumpPlan.Back(var token) -> kernel.moveToken(run.id(), token.id(), jump.to());
            case JumpPlan.IntoBranch _, JumpPlan.Nowhere _ -> throw refused(run, pipeline, jump.to(), plan);
        }
        Optional<UUID> before = attempts.lastBeginning(run.id(), jump.to());
        entries.enter(
                new Entries.Origin(run.projectId(), run.id()),
                jump.to(),
                pipeline.flow(),
                chosen(jump, before),
                before);
        runs.refresh(run, FreshSteps.of(pipeline, jump.to()));
        jump.pauseAfter().ifPresent(step -> pauseAfter(run, step));
    }

    /** Leaves a step as if it were done: what follows starts from the files that it would have started from. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void skip(UUID runId, String step, Map<String, String> variables) {
        Run run = runs.lockOpen(runId);
        PipelineSpec pipeline = pipeline(run);
        List<Position> here = standing(run, Set.of(step));
        if (here.isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "The run does not stand at \"" + pipeline.nameOf(step) + "\".",
                    "Look at the run: only a step at which it stands can be skipped.");
        }
        runs.tell(runId, EventKind.STEP_SKIPPED, Map.of("step", pipeline.nameOf(step)));
        runs.withdrawQuestions(here);
        attempts.abandon(runId, Set.of(step), "the stage was skipped");
        change(run, variables);
        entries.pass(run.projectId(), runId, step, pipeline.flow());
        here.forEach(this::leave);
        runs.moved(runId);
    }

    private List<Position> standing(Run run, Set<String> elements) {
        return kernel.positions(run.id()).stream()
                .filter(position -> elements.contains(position.stepId()))
                .toList();
    }

    private void leave(Position position) {
        switch (position) {
            case Position.Queued queued -> kernel.skip(queued.jobId());
            case Position.Claimed claimed -> kernel.skip(claimed.jobId());
            case Position.Dead dead -> kernel.skip(dead.jobId());
            case Position.AtTask task -> kernel.completeTask(task.taskId(), Map.of());
        }
    }

    /** For the stages that start from now on. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void changeVariables(UUID runId, Map<String, String> variables) {
        Run run = runs.lockOpen(runId);
        change(run, variables);
        runs.moved(runId);
    }

    /** What a level below the run says counts again, for the stages that start from now on. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void removeVariable(UUID runId, String name) {
        Run run = runs.lockOpen(runId);
        if (!runs.removing(run, name)) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "The run sets no variable \"" + name + "\".",
                    "List the variables with their origins to see where it is set.");
        }
        kernel.removeVariable(runId, name);
        runs.moved(runId);
    }

    void change(Run run, Map<String, String> variables) {
        if (!variables.isEmpty()) {
            VariableName.requireAll(variables.keySet());
            runs.changing(run, variables);
            kernel.setVariables(run.id(), variables);
        }
    }

    private JumpPlan plan(Run run, PipelineSpec pipeline, String target) {
        return JumpPlan.of(pipeline.flow(), kernel.tokens(run.id()), target);
    }

    private JumpPreview preview(Run run, PipelineSpec pipeline, String target, JumpPlan plan) {
        Set<String> completed = Rounds.completedInThisRound(
                pipeline.flow(),
                kernel.positions(run.id()).stream().map(Position::stepId).toList(),
                snapshots.lastCompletions(run.id()));
        return new JumpSentences(pipeline).of(plan, target, completed);
    }

    private ProblemException refused(Run run, PipelineSpec pipeline, String target, JumpPlan plan) {
        return new ProblemException(
                ProblemType.CONFLICT,
                preview(run, pipeline, target, plan).sentence(),
                "Nothing was changed. Ask for the preview of a jump to see what is possible now.");
    }

    private static WorkspaceChoice chosen(Jump jump, Optional<UUID> before) {
        return jump.workspace()
                .orElseGet(() -> WorkspaceChoice.of(
                        before.isPresent() ? WorkspaceChoice.Source.SAME : WorkspaceChoice.Source.LATEST));
    }

    private PipelineSpec pipeline(Run run) {
        return pipelines.spec(run.pipeline().definitionId()).orElseThrow();
    }

    private static void requireElement(PipelineSpec pipeline, String element) {
        // A gateway that joins as well would wait for the branches that come into it.
        boolean onlyForks = pipeline.flow().forks().containsKey(element)
                && !pipeline.flow().joins().contains(element);
        if (!onlyForks) {
            requireStep(pipeline, element);
        }
    }

    private static String requireStep(PipelineSpec pipeline, String step) {
        if (!pipeline.stepOrder().contains(step)) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "The pipeline has no step \"" + step + "\".",
                    "Name one of " + String.join(", ", pipeline.stepOrder()) + ".");
        }
        return step;
    }
}
