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
    public interface Door {
        /** Holds the run. */
        void hold();

        /** Refuses where an attempt has begun meanwhile, say. */
        void check();

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

    public UploadTicket begin(Step step, BeginUpload file) {
        refuseWhereItCannotLie(step, file.path());
        return uploads.begin(Optional.of(step.project().id()), step.project().bucket(), file);
    }

    public FileView complete(Step step, CompleteUpload upload, Door door) {
        return uploads.complete(new IntoStep(step, door), upload);
    }

    /** Takes out all that was added under the name of this file; with the run and its project locked. Answers the name. */
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
                repository.of(step.runId(), step.stepId()).stream()
                        .map(added -> added.file())
                        .filter(file -> file.path().equals(path))
                        .map(Artifact::id)
                        .toList(),
                clock.instant());
        return path;
    }

    /** A worker could not lay out both a file and a folder of the same name. */
    private void refuseWhereItCannotLie(Step step, String path) {
        ValidPath.check(path);
        if ((path + "/").startsWith(StageFolders.CHECKPOINT + "/")) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "The folder " + StageFolders.CHECKPOINT + " is for what stages save while they run.",
                    "Choose another path.");
        }
        starts.workspace(step.runId(), step.stepId(), step.flow()).stream()
                .map(Artifact::path)
                .filter(there -> there.startsWith(path + "/") || path.startsWith(there + "/"))
                .findFirst()
                .ifPresent(there -> {
                    throw new ProblemException(
                            ProblemType.CONFLICT,
                            "%s cannot lie in this workspace beside %s: one name cannot be both a file and a folder."
                                    .formatted(path, there),
                            "Choose another path.");
                });
    }

    private final class IntoStep implements UploadDestination {
        private final Step step;
        private final Door door;

        IntoStep(Step step, Door door) {
            this.step = step;
            this.door = door;
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
            door.hold();
        }

        @Override
        public List<Artifact> present() {
            return starts.added(step.runId(), step.stepId(), step.flow()).stream()
                    .map(Added::file)
                    .toList();
        }

        @Override
        public Artifact name(BeginUpload file, Artifact.Location location) {
            door.check();
            refuseWhereItCannotLie(step, file.path());
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
            repository.insert(artifact, step.runId(), step.stepId(), door.admit(file));
            return artifact;
        }
    }
}
