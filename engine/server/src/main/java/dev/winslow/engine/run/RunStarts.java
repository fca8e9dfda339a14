package dev.winslow.engine.run;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectService;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts runs: one of a project at a time, or a set beside it, at the pipeline's beginning or at any of its steps. */
@Component
class RunStarts {
    private final Runs runs;
    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final ProjectService projects;
    private final Steering steering;

    RunStarts(Runs runs, ProcessKernel kernel, PipelineService pipelines, ProjectService projects, Steering steering) {
        this.runs = runs;
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.projects = projects;
        this.steering = steering;
    }

    @Transactional
    public UUID start(UUID projectId, StartRun request) {
        Project project = projects.requireLocked(projectId);
        Optional<Run> last = runs.latest(projectId);
        last.filter(run -> run.end().isEmpty()).ifPresent(run -> {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "A run of this project has not ended yet.",
                    "Wait for its end, or cancel run " + run.id() + " first.");
        });
        return begin(runs.open(projectId, startable(project), request), request, last);
    }

    /** Runs of a set, beside the project's own and beside each other. */
    @Transactional
    public List<UUID> startAll(UUID projectId, UUID study, List<StartRun> requests) {
        Project project = projects.requireLocked(projectId);
        Optional<Run> last = runs.latest(projectId);
        Run.Pipeline pipeline = startable(project);
        return requests.stream()
                .map(request -> begin(runs.openBeside(projectId, study, pipeline, request), request, last))
                .toList();
    }

    private UUID begin(Run run, StartRun request, Optional<Run> last) {
        kernel.start(run.id(), run.pipeline().definitionId(), request.variables());
        request.step().ifPresent(step -> steering.begin(run, step, request.workspace(), last.map(Run::id)));
        request.pauseAfter().ifPresent(step -> steering.pauseAfter(run, step));
        runs.moved(run.id());
        return run.id();
    }

    private Run.Pipeline startable(Project project) {
        return pipelines
                .newest(project.pipelineKey())
                .filter(newest -> !newest.retired())
                .map(newest -> new Run.Pipeline(newest.key(), newest.version(), newest.definitionId()))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT,
                        "The pipeline \"" + project.pipelineKey() + "\" of this project is retired.",
                        "Base the project on another pipeline, then start the run."));
    }

    void requireProject(UUID projectId) {
        projects.require(projectId);
    }
}
