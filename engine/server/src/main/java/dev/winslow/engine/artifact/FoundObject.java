package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.FoundFile;
import dev.winslow.minio.ArtifactStore.StoredObject;
import java.util.Optional;
import java.util.UUID;

/**
 * An object in a bucket that Winslow did not put there.
 *
 * @param seen as it was seen last
 * @param ownKey where it is copied to, once that has begun
 * @param taken whether this very object has become a file
 * @param problem why it cannot be taken over
 */
record FoundObject(Place place, StoredObject seen, Optional<String> ownKey, boolean taken, Optional<String> problem) {

    /** The bucket of a project, or of the pool, which has none. */
    record Place(String bucket, Optional<UUID> projectId) {
        static final Place POOL = new Place(Pool.BUCKET, Optional.empty());
    }

    static FoundObject fresh(Place place, StoredObject seen) {
        return new FoundObject(place, seen, Optional.empty(), false, Optional.empty());
    }

    String key() {
        return seen.key();
    }

    /** Whether this is what was seen before under its key, if there was anything. */
    static boolean isSame(Optional<FoundObject> before, StoredObject object) {
        return before.filter(found -> found.seen().equals(object)).isPresent();
    }

    /** The copy may be whole, also where the object is gone by now. */
    boolean isBeingCopied() {
        return !taken && ownKey.isPresent();
    }

    FoundObject copiedTo(String key) {
        return new FoundObject(place, seen, Optional.of(key), false, problem);
    }

    FoundFile view() {
        return new FoundFile(key(), seen.size(), seen.modified(), problem);
    }
}
