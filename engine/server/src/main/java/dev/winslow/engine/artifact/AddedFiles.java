package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.AddedFile;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.worker.StageFolders;
import dev.winslow.engine.Ids;
import dev.winslow.engine.artifact.AddedFileRepository.Added;
import dev.winslow.engine.pipeline.Flow;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.Project;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Files that people add to the workspace of a step: whoever knows where the run stands says when that may be. They are sent as all uploads are; the row
 * that names one is written in one transaction with the note of who added it, under the lock of the run, under which attempts begin, too. What was
 * sent and not named because the server died is named by the client's next try, or swept.
 */
@Component
public class AddedFiles {
    private static final String ANOTHER_PATH = "Choose another path.";

    private final Uploads uploads;
    private final ArtifactRepository artifacts;
    private final AddedFileRepository repository;
    private final StepStarts starts;
    private final InstantSource clock;

    AddedFiles(
            Uploads uploads,
            ArtifactRepository artifacts,
            AddedFileRepository repository,
            StepStarts starts,
            InstantSource clock) {
        this.uploads = uploads;
        this.artifacts = artifacts;
        this.repository = repository;
        this.starts = starts;
        this.clock = clock;
    }

    /** A step of a run. */
    public record Step(Project project, UUID runId, String stepId, Flow flow) {}

    /** Asked in the transaction that names the file. */
    public interface Admission {
        /** Holds the run. */
        void hold();

        /** Refuses where an attempt has begun meanwhile, say. */
        void check();

        /** The attempts that gave their nodes back and go on there from what they left. */
        Collection<UUID> released();

        /** Writes into the history that the file is added, and answers by whom. */
        String admit(BeginUpload file);
    }

    /** By path. */
    public List<AddedFile> list(Step step) {
        return starts.added(step.runId(), step.stepId(), step.flow()).stream()
                .sorted(Comparator.comparing(added -> added.file().path()))
                .map(added -> new AddedFile(added.file().view(), added.by()))
                .toList();
    }

    /** @param released the attempts that gave their nodes back and go on there from what they left */
    public UploadTicket begin(Step step, BeginUpload file, Collection<UUID> released) {
        refuseWhereItCannotLie(step, file.path(), released);
        return uploads.begin(Optional.of(step.project().id()), step.project().bucket(), file);
    }

    public FileView complete(Step step, CompleteUpload upload, Admission admission) {
        return uploads.complete(new IntoStep(step, admission), upload);
    }

    /** Takes out all that was added under the name of this file since the run came to the step; with the run and its project locked. Answers the name. */
    public String takeOut(Step step, UUID fileId) {
        List<Added> all = starts.added(step.runId(), step.stepId(), step.flow());
        String path = all.stream()
                .map(Added::file)
                .filter(file -> file.id().equals(fileId))
                .findFirst()
                .map(Artifact::path)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no file " + fileId + " among what was added to this step.",
                        "List the files of the step; what the steps before it left cannot be removed."));
        repository.takeOut(
                starts.standing(step.runId(), step.stepId(), step.flow()).stream()
                        .map(Added::file)
                        .filter(file -> file.path().equals(path))
                        .map(Artifact::id)
                        .toList(),
                clock.instant());
        return path;
    }

    private void refuseWhereItCannotLie(Step step, String path, Collection<UUID> released) {
        ValidPath.check(path);
        if ((path + "/").startsWith(StageFolders.CHECKPOINT + "/")) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "The folder " + StageFolders.CHECKPOINT + " is for what stages save while they run.",
                    ANOTHER_PATH);
        }
        SharedNames.refuse(path, starts.workspace(step.runId(), step.stepId(), step.flow()), ANOTHER_PATH);
        released.forEach(attempt -> SharedNames.refuse(
                path,
                starts.continued(step.runId(), step.stepId(), step.flow(), attempt).stream()
                        .filter(file -> file.area() == Area.WORKSPACE)
                        .toList(),
                ANOTHER_PATH));
    }

    private final class IntoStep implements UploadDestination {
        private final Step step;
        private final Admission admission;

        IntoStep(Step step, Admission admission) {
            this.step = step;
            this.admission = admission;
        }

        @Override
        public Optional<UUID> projectId() {
            return Optional.of(step.project().id());
        }

        @Override
        public String bucket() {
            return step.project().bucket();
        }

        @Override
        public void hold() {
            admission.hold();
        }

        @Override
        public List<Artifact> present() {
            return starts.added(step.runId(), step.stepId(), step.flow()).stream()
                    .map(Added::file)
                    .toList();
        }

        @Override
        public Artifact name(BeginUpload file, Artifact.Location location) {
            admission.check();
            refuseWhereItCannotLie(step, file.path(), admission.released());
            Artifact artifact = new Artifact(
                    Ids.next(),
                    new Artifact.Source(
                            Optional.of(step.project().id()),
                            Optional.of(step.runId()),
                            Optional.empty(),
                            Optional.of(step.stepId())),
                    Area.WORKSPACE,
                    file.path(),
                    new Artifact.Content(file.size(), file.sha256()),
                    location,
                    clock.instant());
            artifacts.insert(artifact);
            repository.insert(artifact, step.runId(), step.stepId(), admission.admit(file));
            return artifact;
        }
    }
}
