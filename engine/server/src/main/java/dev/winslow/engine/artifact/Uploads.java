package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.Ids;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.minio.ArtifactStore;
import dev.winslow.minio.StorageRefused;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files in. An upload that was begun and not ended is remembered: beginning it again answers the parts that are still to be sent. An upload
 * ended twice is answered as the first time.
 */
@Service
class Uploads {
    /** Below it lies, in every bucket, what was brought in, each file in a folder of its own. */
    static final String FOLDER = "uploads/";

    private final UploadRepository uploads;
    private final ArtifactRepository artifacts;
    private final PoolRepository pool;
    private final ArtifactStore store;
    private final TransactionTemplate transaction;
    private final UploadCheck check;
    private final InstantSource clock;

    Uploads(
            UploadRepository uploads,
            ArtifactRepository artifacts,
            PoolRepository pool,
            ArtifactStore store,
            TransactionTemplate transaction,
            UploadCheck check,
            InstantSource clock) {
        this.uploads = uploads;
        this.artifacts = artifacts;
        this.pool = pool;
        this.store = store;
        this.transaction = transaction;
        this.check = check;
        this.clock = clock;
    }

    UploadTicket begin(Optional<UUID> projectId, String bucket, BeginUpload file) {
        check(file);
        Optional<Artifact> same = projectId.flatMap(id -> artifacts.sameContent(id, contentOf(file), check.limit()));
        if (same.isPresent()) {
            return new UploadTicket(same.get().location().key(), "", List.of());
        }
        return uploads.find(bucket, file).map(this::resume).orElseGet(() -> beginNew(projectId, bucket, file));
    }

    /** Into a project, or without one into the pool. */
    FileView complete(Optional<UUID> projectId, String bucket, CompleteUpload request) {
        return complete(new AsInput(projectId, bucket), request);
    }

    FileView complete(UploadDestination destination, CompleteUpload request) {
        Optional<UUID> projectId = destination.projectId();
        String bucket = destination.bucket();
        check(request.file());
        Optional<UploadRepository.Upload> begun = uploads.findByKey(bucket, request.objectKey());
        if (begun.filter(upload -> !contentOf(upload.file()).equals(contentOf(request.file())))
                .isPresent()) {
            throw notBegun(request);
        }
        begun.filter(upload -> !upload.uploadId().isEmpty())
                .filter(upload -> !hasArrived(bucket, request))
                .ifPresent(upload -> end(upload, request));
        if (begun.isEmpty() && !belongs(projectId, bucket, request)) {
            throw notBegun(request);
        }
        if (!hasArrived(bucket, request)) {
            throw notArrived(request.file());
        }
        begun.ifPresent(upload -> refuseOtherBytes(upload, request));
        return write(destination, request).view();
    }

    /** They go at once, so that a new try does not find them. */
    private void refuseOtherBytes(UploadRepository.Upload upload, CompleteUpload request) {
        check.otherThanSaid(upload.location(), contentOf(request.file())).ifPresent(sha256 -> {
            if (uploads.delete(upload.location().key())) {
                store.delete(upload.location().bucket(), upload.location().key());
            }
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "What arrived of %s has the SHA-256 %s, and not %s as was said."
                            .formatted(
                                    request.file().path(),
                                    sha256,
                                    request.file().sha256()),
                    "Upload the file again; it may have changed meanwhile.");
        });
    }

    private void end(UploadRepository.Upload upload, CompleteUpload request) {
        String bucket = upload.location().bucket();
        List<SentPart> parts = allParts(bucket, request, upload);
        if (parts.isEmpty()) {
            throw notArrived(request.file());
        }
        store.completeUpload(bucket, request.objectKey(), upload.uploadId(), parts);
    }

    /** An artifact of the project over the bytes of another. */
    Artifact link(UUID projectId, Artifact file) {
        Artifact artifact = new Artifact(
                Ids.next(),
                Artifact.Source.upload(Optional.of(projectId)),
                Area.INPUT,
                file.path(),
                file.content(),
                file.location(),
                clock.instant());
        artifacts.insert(artifact);
        return artifact;
    }

    private boolean hasArrived(String bucket, CompleteUpload request) {
        return store.find(bucket, request.objectKey())
                .filter(object -> object.size() == request.file().size())
                .isPresent();
    }

    private Artifact write(UploadDestination destination, CompleteUpload request) {
        return transaction.execute(status -> {
            destination.hold();
            destination.projectId().ifPresent(uploads::lockProject);
            // Without the row it was ended by another, or given up by the sweep.
            if (!uploads.delete(request.objectKey())
                    && !belongs(destination.projectId(), destination.bucket(), request)) {
                throw notBegun(request);
            }
            return name(destination, request.file(), new Artifact.Location(destination.bucket(), request.objectKey()));
        });
    }

    /** Names what lies there, in the caller's transaction; or answers the file of this name that has these bytes already. */
    Artifact name(Optional<UUID> projectId, Artifact.Location location, BeginUpload file) {
        AsInput destination = new AsInput(projectId, location.bucket());
        destination.hold();
        return name(destination, file, location);
    }

    private static Artifact name(UploadDestination destination, BeginUpload file, Artifact.Location location) {
        return destination.present().stream()
                .filter(present ->
                        present.path().equals(file.path()) && present.content().equals(contentOf(file)))
                .findFirst()
                .orElseGet(() -> destination.name(file, location));
    }

    /** Whether the key names bytes that are here already, so that nothing had to be sent. */
    private boolean belongs(Optional<UUID> projectId, String bucket, CompleteUpload request) {
        return artifacts.at(new Artifact.Location(bucket, request.objectKey())).stream()
                .anyMatch(file -> file.source().projectId().equals(projectId)
                        && file.content().equals(contentOf(request.file())));
    }

    private UploadTicket beginNew(Optional<UUID> projectId, String bucket, BeginUpload file) {
        if (projectId.isEmpty()) {
            store.createBucket(bucket);
        }
        String key = FOLDER + Ids.next() + "/" + file.path();
        UploadTicket ticket = store.beginUpload(bucket, key, file.size());
        uploads.insert(
                new UploadRepository.Upload(projectId, new Artifact.Location(bucket, key), file, ticket.uploadId()),
                clock.instant());
        return ticket;
    }

    private UploadTicket resume(UploadRepository.Upload upload) {
        Artifact.Location at = upload.location();
        if (upload.uploadId().isEmpty()) {
            var _ = uploads.delete(at.key());
            return beginNew(upload.projectId(), at.bucket(), upload.file());
        }
        uploads.touch(at.key(), clock.instant());
        Set<Integer> sent;
        try {
            sent = store.sentParts(at.bucket(), at.key(), upload.uploadId()).stream()
                    .map(SentPart::number)
                    .collect(Collectors.toSet());
        } catch (StorageRefused gone) {
            return afterItsEnd(upload);
        }
        UploadTicket all = store.resumeUpload(
                at.bucket(), at.key(), upload.uploadId(), upload.file().size());
        return new UploadTicket(
                all.objectKey(),
                all.uploadId(),
                all.parts().stream()
                        .filter(part -> !sent.contains(part.number()))
                        .toList());
    }

    /** The storage does not know the upload any more: a crash came between its end and our note of it, or it was dropped for its age. */
    private UploadTicket afterItsEnd(UploadRepository.Upload upload) {
        Artifact.Location at = upload.location();
        boolean arrived = store.find(at.bucket(), at.key()).stream()
                .anyMatch(object -> object.size() == upload.file().size());
        if (arrived) {
            return new UploadTicket(at.key(), upload.uploadId(), List.of());
        }
        var _ = uploads.delete(at.key());
        return beginNew(upload.projectId(), at.bucket(), upload.file());
    }

    private List<SentPart> allParts(String bucket, CompleteUpload request, UploadRepository.Upload upload) {
        List<SentPart> parts = new ArrayList<>(request.parts());
        Set<Integer> named = parts.stream().map(SentPart::number).collect(Collectors.toSet());
        store.sentParts(bucket, request.objectKey(), upload.uploadId()).stream()
                .filter(part -> !named.contains(part.number()))
                .forEach(parts::add);
        parts.sort(java.util.Comparator.comparingInt(SentPart::number));
        return parts;
    }

    private static void check(BeginUpload file) {
        ValidPath.check(file.path());
        if (file.size() < 0 || !file.sha256().matches("[0-9a-f]{64}")) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Expected a size in bytes and a SHA-256 in lower-case hex for " + file.path() + ".",
                    "Send both with the request.");
        }
    }

    private static ProblemException notBegun(CompleteUpload request) {
        return new ProblemException(
                ProblemType.CONFLICT,
                "No upload to " + request.objectKey() + " was begun.",
                "Begin the upload of " + request.file().path() + " again.");
    }

    private static ProblemException notArrived(BeginUpload file) {
        return new ProblemException(
                ProblemType.CONFLICT,
                "Not all of the " + file.size() + " bytes of " + file.path() + " have arrived.",
                "Begin the upload again: it goes on where it stopped.");
    }

    private static Artifact.Content contentOf(BeginUpload file) {
        return new Artifact.Content(file.size(), file.sha256());
    }

    private final class AsInput implements UploadDestination {
        private final Optional<UUID> projectId;
        private final String bucket;

        AsInput(Optional<UUID> projectId, String bucket) {
            this.projectId = projectId;
            this.bucket = bucket;
        }

        @Override
        public Optional<UUID> projectId() {
            return projectId;
        }

        @Override
        public String bucket() {
            return bucket;
        }

        @Override
        public void hold() {
            // A project is locked for every upload.
            if (projectId.isEmpty()) {
                pool.lockNames();
            }
        }

        @Override
        public List<Artifact> present() {
            return projectId.map(artifacts::inputsOf).orElseGet(artifacts::pool);
        }

        @Override
        public Artifact name(BeginUpload file, Artifact.Location location) {
            Artifact artifact = new Artifact(
                    Ids.next(),
                    Artifact.Source.upload(projectId),
                    Area.INPUT,
                    file.path(),
                    contentOf(file),
                    location,
                    clock.instant());
            artifacts.insert(artifact);
            return artifact;
        }
    }
}
