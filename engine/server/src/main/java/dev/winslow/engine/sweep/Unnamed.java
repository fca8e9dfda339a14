package dev.winslow.engine.sweep;

import dev.winslow.engine.artifact.NamedObjects;
import dev.winslow.minio.ArtifactStore;
import dev.winslow.minio.ArtifactStore.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Removes objects that no feature names. The features are asked after the objects were listed, page by page. */
@Component
class Unnamed {
    private final ArtifactStore store;
    private final List<NamedObjects> features;

    Unnamed(ArtifactStore store, List<NamedObjects> features) {
        this.store = store;
        this.features = features;
    }

    /** All below a prefix that came before the limit. */
    Swept removeBelow(String bucket, String prefix, Instant limit) {
        List<Swept> swept = new ArrayList<>();
        store.forEachPage(bucket, prefix, page -> {
            page.folders().forEach(folder -> swept.add(removeBelow(bucket, folder, limit)));
            swept.add(remove(bucket, page.objects(), limit));
        });
        return Swept.sum(swept);
    }

    /** Those of these that came before the limit. */
    Swept remove(String bucket, List<StoredObject> objects, Instant limit) {
        List<StoredObject> old = objects.stream()
                .filter(object -> object.modified().isBefore(limit))
                .toList();
        Set<String> named = named(bucket, old.stream().map(StoredObject::key).toList());
        List<StoredObject> unnamed =
                old.stream().filter(object -> !named.contains(object.key())).toList();
        unnamed.forEach(object -> store.delete(bucket, object.key()));
        return new Swept(
                unnamed.size(), unnamed.stream().mapToLong(StoredObject::size).sum(), objects.size() - old.size());
    }

    /** Those of these keys that have lost their names. */
    void remove(String bucket, List<String> keys) {
        Set<String> named = named(bucket, keys);
        keys.stream().filter(key -> !named.contains(key)).forEach(key -> store.delete(bucket, key));
    }

    Set<String> named(String bucket, Collection<String> keys) {
        Set<String> named = new HashSet<>();
        if (!keys.isEmpty()) {
            features.forEach(feature -> named.addAll(feature.named(bucket, keys)));
        }
        return named;
    }
}
