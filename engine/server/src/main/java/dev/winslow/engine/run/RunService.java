package dev.winslow.engine.run;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectService;
import java.util.List;
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
    private final PipelineService pipelines;
    private final ProjectService projects;

    RunService(
            Runs runs,
            RunViews views,
            RunAttempts attempts,
            ProcessKernel kernel,
            PipelineService pipelines,
            ProjectService projects) {
        this.runs = runs;
        this.views = views;
        this.attempts = attempts;
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.projects = projects;
    }

    @Transactional
    public RunView start(UUID projectId, StartRun request) {
        Project project = projects.requireLocked(projectId);
        refuseSecondOpenRun(projectId);
        PipelineVersion pipeline = pipelines
                .newest(project.pipelineKey())
                .filter(newest -> !newest.retired())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT,
                        "The pipeline \"" + project.pipelineKey() + "\" of this project is retired.",
                        "Base the project on another pipeline, then start the run."));
        Run run = runs.open(projectId, new Run.Pipeline(pipeline.key(), pipeline.version(), pipeline.definitionId()));
        kernel.start(run.id(), pipeline.definitionId(), request.variables());
        runs.moved(run.id());
        return views.view(runs.require(run.id()));
    }

    public Optional<RunView> find(UUID id) {
        return runs.find(id).map(views::view);
    }

    /** Newest first. */
    public List<RunView> ofProject(UUID projectId) {
        projects.require(projectId);
        return runs.ofProject(projectId).stream().map(views::view).toList();
    }

    public List<AttemptView> attempts(UUID runId) {
        runs.require(runId);
        return attempts.ofRun(runId);
    }

    /** Running stages go on to their end; what follows them waits. */
    @Transactional
    public void pause(UUID id) {
        runs.setPaused(requireOpen(id), true);
    }

    @Transactional
    public void resume(UUID id) {
        runs.setPaused(requireOpen(id), false);
    }

    /** Ends the run for good; what runs of it is stopped. */
    @Transactional
    public void cancel(UUID id, String reason) {
        Run run = requireOpen(id);
        attempts.abandon(id, reason);
        kernel.cancel(id, reason);
        runs.end(run, RunState.ABORTED);
    }

    /** Puts a failed stage back into the queue. */
    @Transactional
    public void retry(UUID runId, String stepId) {
        Run run = requireOpen(runId);
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
        runs.moved(run.id());
    }

    private Run requireOpen(UUID id) {
        Run run = runs.lock(id);
        if (run.end().isPresent()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "This run has ended (" + run.end().get().state() + ").",
                    "Start a new run of the project.");
        }
        return run;
    }

    private void refuseSecondOpenRun(UUID projectId) {
        runs.latest(projectId).filter(run -> run.end().isEmpty()).ifPresent(run -> {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "A run of this project has not ended yet.",
                    "Wait for its end, or cancel run " + run.id() + " first.");
        });
    }
}
