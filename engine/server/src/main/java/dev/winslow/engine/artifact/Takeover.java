package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.Changes;
import dev.winslow.engine.Ids;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.minio.ArtifactStore;
import dev.winslow.minio.StorageRefused;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a file of an object that somebody put into a bucket. Whoever has the keys of the storage may write over it or delete it at any time, so that it
 * is copied first, within the storage, to a key of Winslow's own; what was copied is read for its SHA-256, and named. Where the copy goes is written
 * down before it begins: a server that dies in between leaves it to the next look, which goes on with it, and it is named once.
 */
@Component
class Takeover {
    private static final Logger log = LoggerFactory.getLogger(Takeover.class);
    private static final int LONGEST_PROBLEM = 1000;

    private final FoundObjectRepository repository;
    private final Uploads uploads;
    private final UploadCheck check;
    private final ArtifactStore store;
    private final TransactionTemplate transaction;
    private final Changes changes;

    Takeover(
            FoundObjectRepository repository,
            Uploads uploads,
            UploadCheck check,
            ArtifactStore store,
            TransactionTemplate transaction,
            Changes changes) {
        this.repository = repository;
        this.uploads = uploads;
        this.check = check;
        this.store = store;
        this.transaction = transaction;
        this.changes = changes;
    }

    /** What hinders it is told of, and tried again with the next look: a person may mend it meanwhile. */
    void attempt(FoundObject found) {
        try {
            ValidPath.check(found.key());
            requireETag(found);
            takeOver(found);
        } catch (ProblemException problem) {
            refuse(found, problem.detail() + " " + problem.remedy());
        } catch (StorageRefused refused) {
            refuse(found, String.valueOf(refused.getMessage()));
        } catch (RuntimeException e) {
            log.warn(
                    "{} in {} cannot be taken over yet",
                    found.key(),
                    found.place().bucket(),
                    e);
            refuse(
                    found,
                    "It could not be copied yet; the log of the server says why. It is tried again each time Winslow looks.");
        }
    }

    /** Without one nobody could tell what is copied. */
    private static void requireETag(FoundObject found) {
        if (found.seen().etag().isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "The storage has no ETag of it: it came into the storage's folder by another way than S3.",
                    "Take it out there, and put it into the bucket by an S3 client.");
        }
    }

    private void takeOver(FoundObject found) {
        Optional<FoundObject> copied = hasCopy(found) ? Optional.of(found) : copy(found);
        copied.ifPresent(this::name);
    }

    private boolean hasCopy(FoundObject found) {
        return found.ownKey()
                .flatMap(key -> store.find(found.place().bucket(), key))
                .filter(copy -> copy.size() == found.seen().size())
                .isPresent();
    }

    /** Nothing where another object lies there by now, which the next look sees, or none at all. */
    private Optional<FoundObject> copy(FoundObject found) {
        String to = Uploads.FOLDER + Ids.next() + "/" + found.key();
        if (!repository.copy(found, to)) {
            return Optional.empty();
        }
        if (store.copy(found.place().bucket(), found.seen(), to)) {
            return Optional.of(found.copiedTo(to));
        }
        if (store.find(found.place().bucket(), found.key()).isEmpty()) {
            repository.forget(found);
        }
        return Optional.empty();
    }

    private void name(FoundObject found) {
        Artifact.Location copy =
                new Artifact.Location(found.place().bucket(), found.ownKey().orElseThrow());
        BeginUpload file = new BeginUpload(found.key(), found.seen().size(), check.sha256(copy));
        Optional<Artifact> named = transaction.execute(status -> repository.take(found)
                ? Optional.of(uploads.name(found.place().projectId(), copy, file))
                : Optional.empty());
        if (named.isEmpty()) {
            return;
        }
        log.info("Took over {} ({} bytes) from {}", file.path(), file.size(), copy.bucket());
        changes.noted(found.place().projectId().orElse(Pool.ID));
        if (!named.get().location().equals(copy)) {
            // The same bytes were there under this name.
            store.delete(copy.bucket(), copy.key());
        }
    }

    private void refuse(FoundObject found, String problem) {
        String told = problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM));
        if (!found.problem().equals(Optional.of(told))) {
            log.warn(
                    "{} in {} is not taken over: {}", found.key(), found.place().bucket(), told);
            repository.refuse(found, told);
            changes.noted(found.place().projectId().orElse(Pool.ID));
        }
    }
}
