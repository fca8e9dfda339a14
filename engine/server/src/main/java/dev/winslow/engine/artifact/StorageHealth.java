package dev.winslow.engine.artifact;

import dev.winslow.minio.ArtifactStore;
import dev.winslow.minio.StorageRefused;
import dev.winslow.minio.StorageUnavailable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the object storage answers. It is no part of readiness: while it is away the server waits and goes on. */
@Component("storageHealthIndicator")
class StorageHealth implements HealthIndicator {
    private final ArtifactStore store;

    StorageHealth(ArtifactStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        try {
            store.buckets("winslow-health");
            return Health.up().build();
        } catch (StorageUnavailable | StorageRefused away) {
            return Health.down(away).build();
        }
    }
}
