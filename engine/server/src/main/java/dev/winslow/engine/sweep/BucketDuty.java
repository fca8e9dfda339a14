package dev.winslow.engine.sweep;

import java.util.Optional;
import java.util.UUID;

/** One kind of left-overs in a bucket, and when they can go. */
interface BucketDuty {
    Swept sweep(Place place, SweepSettings.Limits limits);

    /** The bucket of a project, or of the pool, which has none. */
    record Place(String bucket, Optional<UUID> projectId) {}
}
