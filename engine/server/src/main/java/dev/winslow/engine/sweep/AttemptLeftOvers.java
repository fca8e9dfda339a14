package dev.winslow.engine.sweep;

import dev.winslow.minio.ArtifactStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Removes what attempts have sent and no row names: those that failed, were lost or were cut off in the middle of sending.
 *
 * <p>Why it takes nothing that somebody could still name: only attempts are looked at whose end is written, and longer ago than the grace. A row
 * that names a file of an attempt is written in the transaction that writes the attempt's end, or takes the place of the bytes from such a row
 * (files are shared by content, and only with files that are named). So once the end can be read, all the names that there will ever be can be read
 * too, and they are read after the objects were listed. An attempt without an end, however long it takes and however late its outcome is accepted,
 * is not looked at. What other features lay below the prefix later, such as the archive of a log, is protected by its own age: the object comes first
 * and the row that names it within the grace. Objects of attempts that no row knows are left alone: that database is not the one they belong to.
 */
@Component
class AttemptLeftOvers implements BucketDuty {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int ATTEMPT_IN_KEY = 3;

    private final SweepRepository repository;
    private final Unnamed unnamed;
    private final ArtifactStore store;

    AttemptLeftOvers(SweepRepository repository, Unnamed unnamed, ArtifactStore store) {
        this.repository = repository;
        this.unnamed = unnamed;
        this.store = store;
    }

    @Override
    public Swept sweep(Place place, SweepSettings.Limits limits) {
        if (place.projectId().isEmpty()) {
            return Swept.NOTHING;
        }
        abortUnfinished(place.bucket(), limits);
        Swept swept = Swept.NOTHING;
        List<SweepRepository.EndedAttempt> page =
                repository.endedAttempts(place.projectId().get(), limits.grace(), FIRST);
        while (!page.isEmpty()) {
            for (SweepRepository.EndedAttempt attempt : page) {
                swept = swept.plus(sweep(place.bucket(), attempt, limits));
            }
            page = repository.endedAttempts(
                    place.projectId().get(), limits.grace(), page.getLast().id());
        }
        return swept;
    }

    private Swept sweep(String bucket, SweepRepository.EndedAttempt attempt, SweepSettings.Limits limits) {
        String prefix = "runs/%s/%s/%s/".formatted(attempt.runId(), attempt.stageId(), attempt.id());
        repository.beginAttempt(attempt.id());
        Swept swept = unnamed.removeBelow(bucket, prefix, limits.grace());
        if (swept.tooYoung() == 0) {
            repository.endAttempt(attempt.id());
        }
        return swept;
    }

    /** An upload that was ended in between is not known any more, and aborting it does nothing. */
    private void abortUnfinished(String bucket, SweepSettings.Limits limits) {
        store.unfinishedUploads(bucket).stream()
                .filter(upload -> attemptOf(upload.key())
                        .filter(attempt -> repository.hasEnded(attempt, limits.grace()))
                        .isPresent())
                .forEach(upload -> store.abortUpload(bucket, upload.key(), upload.uploadId()));
    }

    private static Optional<UUID> attemptOf(String key) {
        String[] parts = key.split("/", -1);
        return key.startsWith("runs/") && parts.length > ATTEMPT_IN_KEY
                ? KeyAge.id(parts[ATTEMPT_IN_KEY])
                : Optional.empty();
    }
}
