package dev.winslow.engine.run;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts and steers runs. */
@Service
public class RunService {
    private final Runs runs;
    private final RunViews views;
    private final RunAttempts attempts;
    private final ProcessKernel kernel;
    private final RunStarts starts;
    private final Steering steering;

    RunService(
            Runs runs,
            RunViews views,
            RunAttempts attempts,
            ProcessKernel kernel,
            RunStarts starts,
            Steering steering) {
        this.runs = runs;
        this.views = views;
        this.attempts = attempts;
        this.kernel = kernel;
        this.starts = starts;
        this.steering = steering;
    }

    @Needs(Right.CHANGE)
    public RunView start(UUID projectId, StartRun request) {
        return views.view(runs.require(starts.start(projectId, request)));
    }

    /** Runs of a study, beside the project's own and beside each other: all of them or none. */
    public List<UUID> startAll(UUID projectId, UUID study, List<StartRun> requests) {
        return starts.startAll(projectId, study, requests);
    }

    public Optional<RunView> find(UUID id) {
        return findWithAttempts(id).map(RunWithAttempts::run);
    }

    /** For those who need both: a run may have many attempts. */
    public Optional<RunWithAttempts> findWithAttempts(UUID id) {
        return runs.find(id).map(views::withAttempts);
    }

    /** Newest first, without those of studies, which stand in the studies' tables. */
    public List<RunView> ofProject(UUID projectId) {
        starts.requireProject(projectId);
        return runs.ownOfProject(projectId).stream().map(views::view).toList();
    }

    public List<AttemptView> attempts(UUID runId) {
        runs.require(runId);
        return attempts.ofRun(runId);
    }

    /** Running stages go on to their end; what follows them waits. With a step, the run pauses once that is done. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void pause(UUID id, Optional<String> after) {
        Run run = runs.lockOpen(id);
        after.ifPresentOrElse(step -> steering.pauseAfter(run, step), () -> runs.pause(run));
    }

    /** Also takes away what it was to pause after. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void resume(UUID id, Map<String, String> variables) {
        Run run = runs.lockOpen(id);
        steering.change(run, variables);
        runs.forgetPauseAfter(run);
        runs.setPaused(run, false);
    }

    /** As {@link #resume}, and the run pauses again once this step is done. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void resumeUntil(UUID id, String step) {
        resume(id, Map.of());
        pause(id, Optional.of(step));
    }

    /** Ends the run for good; what runs of it is stopped. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void cancel(UUID id, String reason) {
        Run run = runs.lockOpen(id);
        attempts.abandon(id, reason);
        kernel.cancel(id, reason);
        runs.cancel(run, reason);
    }

    /** Puts a failed stage back into the queue. */
    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void retry(UUID runId, String stepId) {
        Run run = runs.lockOpen(runId);
        List<String> dead = kernel.positions(runId).stream()
                .filter(position -> position.stepId().equals(stepId))
                .flatMap(position -> position instanceof Position.Dead at ? Stream.of(at.jobId()) : Stream.empty())
                .toList();
        boolean requeued = dead.stream().filter(kernel::requeue).count() > 0;
        dead.forEach(attempts::forgive);
        if (!requeued) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Expected the stage \"" + stepId + "\" to have failed, but it has not.",
                    "Look at the run: only a failed stage can be put back into the queue.");
        }
        runs.refresh(run, List.of(stepId));
        runs.tell(run.id(), EventKind.STEP_RETRIED, Map.of("step", stepId));
        runs.moved(run.id());
    }
}
