package dev.winslow.engine.artifact;

import dev.winslow.api.access.Right;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.Changes;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.minio.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists, sends and takes the files of projects and of the pool. */
@Service
public class FileService {
    private static final Duration DOWNLOAD_VALIDITY = Duration.ofHours(12);
    private static final long LARGEST_TEXT_BYTES = 4_000_000;

    private final ArtifactRepository artifacts;
    private final Snapshots snapshots;
    private final Uploads uploads;
    private final ProjectService projects;
    private final ArtifactStore store;
    private final Changes changes;

    FileService(
            ArtifactRepository artifacts,
            Snapshots snapshots,
            Uploads uploads,
            ProjectService projects,
            ArtifactStore store,
            Changes changes) {
        this.artifacts = artifacts;
        this.snapshots = snapshots;
        this.uploads = uploads;
        this.projects = projects;
        this.store = store;
        this.changes = changes;
    }

    /** Inputs of the project, or what a run has in its workspace or output; without a run there is nothing of the latter. */
    public List<FileView> files(UUID projectId, Optional<UUID> runId, Area area) {
        projects.require(projectId);
        List<Artifact> found = area == Area.INPUT
                ? artifacts.inputsOf(projectId)
                : runId.map(run -> snapshots.files(run, area)).orElse(List.of());
        return found.stream().map(Artifact::view).toList();
    }

    /** What an attempt left, also where it failed, as far as nobody has cleaned it up. */
    public List<FileView> left(UUID projectId, UUID attemptId) {
        List<Artifact> left = artifacts.outputsOfAttempt(projectId, attemptId);
        Set<UUID> removed = snapshots.removed(left);
        return left.stream()
                .filter(file -> !removed.contains(file.id()))
                .map(Artifact::view)
                .toList();
    }

    /** What each of these runs has left for people; a run that has left nothing is not among them. */
    public Map<UUID, List<FileView>> outputs(Collection<UUID> runIds) {
        return snapshots.files(runIds, Area.OUTPUT).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        run -> run.getValue().stream().map(Artifact::view).toList()));
    }

    public List<FileView> pool() {
        return artifacts.pool().stream().map(Artifact::view).toList();
    }

    /** What has come into the pool since then, by the name by which it came, whatever it is called now. */
    public List<FileView> poolSince(Instant since) {
        return artifacts.poolSince(since).stream().map(Artifact::view).toList();
    }

    /** A signed address, with the file's own name for saving it. */
    public URI download(UUID fileId) {
        Artifact file = artifacts.find(fileId).orElseThrow(() -> unknown(fileId));
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return store.downloadUrl(file.location().bucket(), file.location().key(), DOWNLOAD_VALIDITY, Optional.of(name));
    }

    /** The content of a small text file, such as one that a person answers by. */
    public String text(UUID fileId) {
        Artifact file = artifacts.find(fileId).orElseThrow(() -> unknown(fileId));
        if (file.content().size() > LARGEST_TEXT_BYTES) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    file.path() + " is too large to be shown as text ("
                            + file.content().size() + " bytes).",
                    "Download it instead.");
        }
        try (InputStream in =
                store.read(file.location().bucket(), file.location().key(), 0)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file.path() + " cannot be read from the storage", e);
        }
    }

    /** All of a file, from where it lies; to be closed. */
    public InputStream read(UUID fileId) {
        Artifact file = artifacts.find(fileId).orElseThrow(() -> unknown(fileId));
        return store.read(file.location().bucket(), file.location().key(), 0);
    }

    /** The first bytes of a file, to look at it without fetching all of it. */
    public byte[] beginning(UUID fileId, int most) {
        Artifact file = artifacts.find(fileId).orElseThrow(() -> unknown(fileId));
        int length = (int) Math.min(most, file.content().size());
        if (length == 0) {
            return new byte[0];
        }
        try (InputStream in =
                store.read(file.location().bucket(), file.location().key(), 0, length)) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file.path() + " cannot be read from the storage", e);
        }
    }

    /** As {@link #download}, but only for a file of this project. */
    public URI download(UUID projectId, UUID fileId) {
        return artifacts
                .find(fileId)
                .filter(file -> file.source().projectId().equals(Optional.of(projectId)))
                .map(file -> download(file.id()))
                .orElseThrow(() -> unknown(fileId));
    }

    @Needs(Right.CHANGE)
    public UploadTicket beginUpload(UUID projectId, BeginUpload request) {
        return uploads.begin(Optional.of(projectId), projects.require(projectId).bucket(), request);
    }

    @Needs(Right.CHANGE)
    public FileView completeUpload(UUID projectId, CompleteUpload request) {
        FileView file = uploads.complete(
                Optional.of(projectId), projects.require(projectId).bucket(), request);
        changes.publish(projectId);
        return file;
    }

    /** Gives the project a file of the pool as an input. Its bytes stay where they are. Done twice, it is answered as the first time. */
    @Transactional
    @Needs(Right.CHANGE)
    public FileView linkFromPool(UUID projectId, UUID poolFileId) {
        projects.require(projectId);
        Artifact file = artifacts
                .lockInPool(poolFileId)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no file " + poolFileId + " in the pool.",
                        "List the files of the pool to find its id."));
        FileView linked = artifacts.inputsOf(projectId).stream()
                .filter(input ->
                        input.location().equals(file.location()) && input.path().equals(file.path()))
                .findFirst()
                .orElseGet(() -> uploads.link(projectId, file))
                .view();
        changes.publish(projectId);
        return linked;
    }

    public UploadTicket beginPoolUpload(BeginUpload request) {
        return uploads.begin(Optional.empty(), Pool.BUCKET, request);
    }

    public FileView completePoolUpload(CompleteUpload request) {
        FileView file = uploads.complete(Optional.empty(), Pool.BUCKET, request);
        changes.noted(Pool.ID);
        return file;
    }

    private static ProblemException unknown(UUID fileId) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "There is no file " + fileId + " here.",
                "List the files again; it may have been deleted with its run, or cleaned up.");
    }
}
