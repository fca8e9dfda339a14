package dev.winslow.engine.sweep;

import dev.winslow.minio.ArtifactStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends uploads that nobody has gone on with for longer than the limit, and removes files that were sent and never named.
 *
 * <p>Why it takes nothing that somebody could still name: whoever ends an upload deletes its row in the transaction that names the file, and so does
 * the sweep before it touches the bytes. The database lets one of them have the row: the other finds it gone, and then a person is told to begin
 * again, or the sweep leaves the file. Going on with an upload makes its row young. A file without a row was ended (then its name can be read, since
 * the row is looked for before the name) or belongs to an upload whose row is not written yet, which the age in its key rules out.
 */
@Component
class UploadLeftOvers implements BucketDuty {
    private static final String UPLOADS = "uploads/";

    private final SweepRepository repository;
    private final Unnamed unnamed;
    private final ArtifactStore store;
    private final TransactionTemplate transaction;

    UploadLeftOvers(SweepRepository repository, Unnamed unnamed, ArtifactStore store, TransactionTemplate transaction) {
        this.repository = repository;
        this.unnamed = unnamed;
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public Swept sweep(Place place, SweepSettings.Limits limits) {
        String bucket = place.bucket();
        int given = 0;
        List<SweepRepository.OldUpload> page = repository.oldUploads(bucket, limits.uploads(), "");
        while (!page.isEmpty()) {
            for (SweepRepository.OldUpload upload : page) {
                given += giveUp(bucket, upload, limits.uploads());
            }
            page = repository.oldUploads(
                    bucket, limits.uploads(), page.getLast().key());
        }
        abortUnknown(bucket, limits.uploads());
        return new Swept(given, 0, 0).plus(orphans(bucket, limits.uploads()));
    }

    /** The row comes back where the storage refuses, so that the next sweep tries again. */
    private int giveUp(String bucket, SweepRepository.OldUpload upload, Instant limit) {
        Integer given = transaction.execute(status -> {
            if (!repository.takeUpload(upload.key(), limit)) {
                return 0;
            }
            if (!upload.uploadId().isEmpty()) {
                store.abortUpload(bucket, upload.key(), upload.uploadId());
            }
            if (unnamed.named(bucket, List.of(upload.key())).isEmpty()) {
                store.delete(bucket, upload.key());
            }
            return 1;
        });
        return given == null ? 0 : given;
    }

    /** Uploads in parts of which no row knows. */
    private void abortUnknown(String bucket, Instant limit) {
        store.unfinishedUploads(bucket).stream()
                .filter(upload -> upload.key().startsWith(UPLOADS) && isOld(upload.key(), limit))
                .filter(upload -> repository.uploading(List.of(upload.key())).isEmpty())
                .forEach(upload -> store.abortUpload(bucket, upload.key(), upload.uploadId()));
    }

    private static boolean isOld(String key, Instant limit) {
        return KeyAge.isBefore(key.split("/", -1)[1], limit);
    }

    /** Every folder holds one file; those that are named need no look. */
    private Swept orphans(String bucket, Instant limit) {
        Set<String> named = new HashSet<>();
        repository
                .namedUploads(bucket)
                .forEach(key -> named.add(key.substring(0, key.indexOf('/', UPLOADS.length()) + 1)));
        List<Swept> swept = new ArrayList<>();
        store.forEachPage(
                bucket,
                UPLOADS,
                page -> page.folders().stream()
                        .filter(folder -> !named.contains(folder) && isOld(folder, limit))
                        .forEach(folder -> swept.add(orphan(bucket, folder, limit))));
        return Swept.sum(swept);
    }

    private Swept orphan(String bucket, String folder, Instant limit) {
        List<Swept> swept = new ArrayList<>();
        store.forEachPage(bucket, folder, page -> {
            page.folders().forEach(inner -> swept.add(orphan(bucket, inner, limit)));
            List<String> keys =
                    page.objects().stream().map(ArtifactStore.StoredObject::key).toList();
            if (!keys.isEmpty() && repository.uploading(keys).isEmpty()) {
                swept.add(unnamed.remove(bucket, page.objects(), limit));
            }
        });
        return Swept.sum(swept);
    }
}
