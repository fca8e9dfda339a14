package dev.winslow.engine.run;

import dev.winslow.api.access.Right;
import dev.winslow.api.artifact.AddedFile;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Subject;
import dev.winslow.engine.artifact.AddedFiles;
import dev.winslow.engine.flowable.ProcessKernel;
import dev.winslow.engine.flowable.ProcessKernel.Position;
import dev.winslow.engine.history.Actor;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineSpec;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.ProjectService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts files of people into the workspace of a step at which a run stands, before its next attempt begins, and takes them out again. */
@Service
public class StepFiles {
    private final Runs runs;
    private final ProcessKernel kernel;
    private final PipelineService pipelines;
    private final ProjectService projects;
    private final AddedFiles files;
    private final Continuations continuations;

    StepFiles(
            Runs runs,
            ProcessKernel kernel,
            PipelineService pipelines,
            ProjectService projects,
            AddedFiles files,
            Continuations continuations) {
        this.runs = runs;
        this.kernel = kernel;
        this.pipelines = pipelines;
        this.projects = projects;
        this.files = files;
        this.continuations = continuations;
    }

    /** What people have added since the run came to the step. */
    @Transactional(readOnly = true)
    public List<AddedFile> list(UUID runId, String stepId) {
        return files.list(step(runs.require(runId), stepId));
    }

    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public UploadTicket begin(UUID runId, String stepId, BeginUpload file) {
        Run run = runs.require(runId);
        AddedFiles.Step step = step(run, stepId);
        refuseWhereItIsTooLate(run, stepId);
        return files.begin(step, file, released(run, stepId));
    }

    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public FileView complete(UUID runId, String stepId, CompleteUpload upload) {
        Run run = runs.require(runId);
        return files.complete(step(run, stepId), upload, new AddedFiles.Admission() {
            @Override
            public void hold() {
                runs.lock(runId);
            }

            @Override
            public void check() {
                refuseWhereItIsTooLate(runs.require(runId), stepId);
            }

            @Override
            public Set<UUID> released() {
                return StepFiles.this.released(run, stepId);
            }

            @Override
            public String admit(BeginUpload file) {
                changed(run, stepId, EventKind.FILE_ADDED, file.path());
                return Actor.current().name();
            }
        });
    }

    @Transactional
    @Needs(value = Right.CHANGE, of = Subject.RUN)
    public void remove(UUID runId, String stepId, UUID file) {
        Run run = runs.lock(runId);
        projects.requireLocked(run.projectId());
        refuseWhereItIsTooLate(run, stepId);
        changed(run, stepId, EventKind.FILE_TAKEN_OUT, files.takeOut(step(run, stepId), file));
    }

    /** Another file than the one that the checkpoints were made with. */
    private void changed(Run run, String stepId, EventKind kind, String path) {
        jobs(run, stepId).forEach(continuations::dropCheckpoint);
        runs.tell(run.id(), kind, Map.of("path", path, "step", pipeline(run).nameOf(stepId)));
        runs.changed(run);
    }

    private AddedFiles.Step step(Run run, String stepId) {
        PipelineSpec pipeline = pipeline(run);
        if (!pipeline.stepOrder().contains(stepId)) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "The pipeline has no step \"" + stepId + "\".",
                    "Name one of " + String.join(", ", pipeline.stepOrder()) + ".");
        }
        return new AddedFiles.Step(projects.require(run.projectId()), run.id(), stepId, pipeline.flow());
    }

    private Set<UUID> released(Run run, String stepId) {
        return jobs(run, stepId).stream()
                .flatMap(job -> continuations.released(job).stream())
                .collect(Collectors.toSet());
    }

    /** What waits for a node there or has failed, once it is sure that nothing runs. */
    private List<String> jobs(Run run, String stepId) {
        return standing(run, stepId)
                .flatMap(position -> switch (position) {
                    case Position.Queued queued -> Stream.of(queued.jobId());
                    case Position.Dead dead -> Stream.of(dead.jobId());
                    case Position.Claimed claimed -> Stream.of(claimed.jobId());
                    case Position.AtTask _ -> Stream.<String>empty();
                })
                .toList();
    }

    private Stream<Position> standing(Run run, String stepId) {
        return kernel.positions(run.id()).stream()
                .filter(position -> position.stepId().equals(stepId));
    }

    private void refuseWhereItIsTooLate(Run run, String stepId) {
        PipelineSpec pipeline = pipeline(run);
        String name = pipeline.nameOf(stepId);
        run.end().ifPresent(end -> {
            throw refused(
                    "This run has ended (" + end.state() + "), and \"" + name + "\" does not begin in it again.",
                    "Upload the file into the project and start a new run: its stages find the file in their input.");
        });
        List<Position> all = kernel.positions(run.id());
        List<Position> here = all.stream()
                .filter(position -> position.stepId().equals(stepId))
                .toList();
        if (here.isEmpty()) {
            throw refused(
                    "The run does not stand at \"" + name + "\", but at "
                            + all.stream()
                                    .map(position -> "\"" + pipeline.nameOf(position.stepId()) + "\"")
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Have the run pause before \"" + name
                            + "\" and add the file once it stands there, or upload it into" + " the project.");
        }
        if (here.stream().anyMatch(Position.Claimed.class::isInstance)) {
            throw refused(
                    "\"" + name + "\" is running, and its workspace is laid out already.",
                    "Abort it, add the file, and retry it; or upload the file into the project for the stages that"
                            + " begin later.");
        }
    }

    private static ProblemException refused(String detail, String todo) {
        return new ProblemException(ProblemType.CONFLICT, detail, todo);
    }

    private PipelineSpec pipeline(Run run) {
        return pipelines.spec(run.pipeline().definitionId()).orElseThrow();
    }
}
