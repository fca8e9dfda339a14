package dev.winslow.engine.stage;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.worker.InputFile;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.SaveCheckpoint;
import dev.winslow.api.worker.StageFolders;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.ValidPath;
import dev.winslow.minio.ArtifactStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What stages save while they run, so that the next attempt goes on from there; see docs/decisions/0032-checkpoints.md. A checkpoint is sent file by
 * file and counts once it is whole; it is gone when the stage has succeeded or the run has left it.
 */
@Service
public class Checkpoints {
    private final CheckpointRepository repository;
    private final AttemptRepository attempts;
    private final CheckpointFiles located;
    private final ArtifactStore store;
    private final AttemptClock time;
    private final TransactionTemplate transaction;

    Checkpoints(
            CheckpointRepository repository,
            AttemptRepository attempts,
            CheckpointFiles located,
            ArtifactStore store,
            AttemptClock time,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.attempts = attempts;
        this.located = located;
        this.store = store;
        this.time = time;
        this.transaction = transaction;
    }

    /** How a checkpoint was taken. */
    public sealed interface Taken {
        /** It counts, or one that is newer. */
        record Saved() implements Taken {}

        record Stale() implements Taken {}

        /** Files that the storage lacks, or has in another size. */
        record Missing(List<String> paths) implements Taken {}
    }

    /** The storage is asked before the transaction that makes the checkpoint count. */
    public Taken save(Attempt attempt, SaveCheckpoint request) {
        request.files().forEach(file -> ValidPath.check(file.path()));
        Optional<Checkpoint> before = repository.find(attempt.jobId());
        List<Checkpoint.Saved> files = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (ProducedFile file : request.files()) {
            located.of(attempt, before, request.number(), file)
                    .ifPresentOrElse(
                            place -> files.add(new Checkpoint.Saved(
                                    file.path(), new Artifact.Content(file.size(), file.sha256()), place)),
                            () -> missing.add(file.path()));
        }
        if (!missing.isEmpty()) {
            return new Taken.Missing(missing);
        }
        Checkpoint fresh =
                new Checkpoint(attempt.jobId(), attempt.runId(), attempt.id(), request.number(), time.now(), files);
        return Boolean.TRUE.equals(transaction.execute(status -> replace(fresh, request.leaseToken())))
                ? saved(before, fresh)
                : new Taken.Stale();
    }

    private boolean replace(Checkpoint fresh, String leaseToken) {
        if (!(LeaseCheck.of(attempts.lock(fresh.attemptId()), leaseToken) instanceof LeaseCheck.Held)) {
            return false;
        }
        boolean newer = repository
                .find(fresh.jobId())
                .filter(known -> known.attemptId().equals(fresh.attemptId()) && known.number() >= fresh.number())
                .isEmpty();
        if (newer) {
            repository.replace(fresh);
        }
        return true;
    }

    /** What only the former one named goes at once: a stage that runs for days would fill the storage. */
    private Taken saved(Optional<Checkpoint> before, Checkpoint fresh) {
        Set<Artifact.Location> superseded = new HashSet<>();
        before.ifPresent(checkpoint -> checkpoint.files().forEach(file -> superseded.add(file.location())));
        fresh.files().forEach(file -> superseded.remove(file.location()));
        superseded.forEach(located::removeUnnamed);
        return new Taken.Saved();
    }

    /** For the attempt that begins now: what an earlier one at the same job has saved. */
    List<InputFile> filesFor(Attempt attempt, Duration validity) {
        return repository.find(attempt.jobId()).map(Checkpoint::files).orElse(List.of()).stream()
                .map(file -> new InputFile(
                        Area.WORKSPACE,
                        StageFolders.CHECKPOINT + "/" + file.path(),
                        file.content().size(),
                        file.content().sha256(),
                        store.downloadUrl(
                                file.location().bucket(), file.location().key(), validity, Optional.empty())))
                .toList();
    }

    /** What there is to go on from, in a sentence for the log. */
    Optional<String> standing(String jobId) {
        return repository
                .find(jobId)
                .map(checkpoint -> "Goes on from the checkpoint that was saved at %s (%d files)."
                        .formatted(checkpoint.savedAt(), checkpoint.files().size()));
    }

    /** The stage is done, or the run has left it; in the caller's transaction. The sweep takes the bytes. */
    void drop(Collection<String> jobIds) {
        repository.saved(jobIds).forEach(jobId -> {
            repository.delete(jobId);
            repository.sweepAgain(jobId);
        });
    }
}
