package dev.winslow.engine.sweep;

import dev.winslow.engine.artifact.Pool;
import dev.winslow.minio.ArtifactStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes the buckets of projects whose creation never came to its end.
 *
 * <p>Why it takes nothing that somebody could still need: a project gets its row right after its bucket, and files only after its row. So a bucket
 * that was to be one's, has none after a day, and is empty, never gets one. A bucket without a row in which something lies is left alone and told
 * of: it may belong to a database that was put back to an earlier state.
 */
@Component
class BucketLeftOvers {
    private static final Logger log = LoggerFactory.getLogger(BucketLeftOvers.class);
    private static final String PREFIX = "winslow-p-";

    private final SweepRepository repository;
    private final ArtifactStore store;

    BucketLeftOvers(SweepRepository repository, ArtifactStore store) {
        this.repository = repository;
        this.store = store;
    }

    void sweep(Instant limit) {
        store.buckets(PREFIX).stream()
                .filter(bucket -> KeyAge.isBefore(bucket.substring(PREFIX.length()), limit))
                .filter(bucket -> !repository.hasProject(bucket))
                .forEach(this::delete);
    }

    /** The bucket of the pool, which comes with its first file. */
    List<BucketDuty.Place> pool() {
        return store.buckets(Pool.BUCKET).stream()
                .filter(Pool.BUCKET::equals)
                .map(bucket -> new BucketDuty.Place(bucket, Optional.empty()))
                .toList();
    }

    private void delete(String bucket) {
        if (store.deleteEmptyBucket(bucket)) {
            log.info("Deleted the bucket {}, whose project was never created", bucket);
        } else {
            log.warn("The bucket {} has files, and no project of this database has it", bucket);
        }
    }
}
