package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.FoundFile;
import dev.winslow.engine.artifact.FoundObject.Place;
import dev.winslow.minio.ArtifactStore;
import dev.winslow.minio.ArtifactStore.StoredObject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Notices what people put into the buckets of the pool and of projects by programs of their own, and makes files of it. What Winslow itself lays
 * down has folders of its own, which are not listed; every other object is somebody's, stays where it is, and is remembered as it was seen, so that
 * it is taken over once, and anew when another one lies under its key.
 */
@Service
public class FoundFiles {
    private static final Logger log = LoggerFactory.getLogger(FoundFiles.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);
    private static final Set<String> OWN = Set.of(Uploads.FOLDER, Workspaces.FOLDER);

    private final FoundObjectRepository repository;
    private final Takeover takeover;
    private final ArtifactStore store;

    FoundFiles(FoundObjectRepository repository, Takeover takeover, ArtifactStore store) {
        this.repository = repository;
        this.takeover = takeover;
        this.store = store;
    }

    /** What was put into the pool's bucket and is not in the pool yet. */
    public List<FoundFile> ofPool() {
        return waiting(Optional.empty());
    }

    /** What was put into a project's bucket and is none of its files yet. */
    public List<FoundFile> of(UUID projectId) {
        return waiting(Optional.of(projectId));
    }

    private List<FoundFile> waiting(Optional<UUID> projectId) {
        return repository.waiting(projectId).stream().map(FoundObject::view).toList();
    }

    /**
     * Looks through all buckets once. Two servers that do so at once would do no harm, only twice the work.
     *
     * @param within how long the pauses between many projects may take together, so that other work is not held up
     */
    public void look(Duration within) throws InterruptedException {
        attempt(Place.POOL, pool -> {
            store.createBucket(pool.bucket());
            look(pool);
        });
        List<Place> projects = repository.projects();
        Duration even = within.dividedBy(Math.max(projects.size(), 1));
        Duration pause = even.compareTo(LONGEST_PAUSE) < 0 ? even : LONGEST_PAUSE;
        for (Place project : projects) {
            Thread.sleep(pause);
            attempt(project, this::look);
        }
    }

    /** What cannot be done in one place keeps nothing else from being done. */
    private void attempt(Place place, Consumer<Place> work) {
        try {
            work.accept(place);
        } catch (RuntimeException e) {
            if (!wasDeleted(place)) {
                log.warn(
                        "What was put into {} could not be looked through; the next look tries again",
                        place.bucket(),
                        e);
            }
        }
    }

    /** Only a clear answer counts: the database may be what failed. */
    private boolean wasDeleted(Place place) {
        try {
            return !repository.isThere(place);
        } catch (RuntimeException unknown) {
            log.debug("Whether {} was deleted is not known", place.bucket(), unknown);
            return false;
        }
    }

    private void look(Place place) {
        Map<String, FoundObject> known = repository.in(place.bucket()).stream()
                .collect(Collectors.toMap(FoundObject::key, Function.identity(), (one, same) -> one, TreeMap::new));
        Set<String> present = new HashSet<>();
        list(place.bucket(), "", object -> {
            present.add(object.key());
            if (!FoundObject.isSame(Optional.ofNullable(known.get(object.key())), object)) {
                FoundObject fresh = FoundObject.fresh(place, object);
                repository.note(fresh);
                known.put(object.key(), fresh);
            }
        });
        List<FoundObject> gone = known.values().stream()
                .filter(found -> !present.contains(found.key()) && !found.isBeingCopied())
                .toList();
        gone.forEach(repository::forget);
        known.values().removeAll(gone);
        known.values().stream()
                .filter(found -> !found.taken())
                .takeWhile(found -> !isStopped())
                .forEach(takeover::attempt);
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    private void list(String bucket, String prefix, Consumer<StoredObject> visitor) {
        store.forEachPage(bucket, prefix, page -> {
            page.objects().stream()
                    // Consoles make such empty objects for folders.
                    .filter(object -> !object.key().endsWith("/"))
                    .map(FoundFiles::asStored)
                    .forEach(visitor);
            page.folders().stream()
                    .filter(folder -> !OWN.contains(folder))
                    .forEach(folder -> list(bucket, folder, visitor));
        });
    }

    /** As a database gives it back. */
    private static StoredObject asStored(StoredObject object) {
        return new StoredObject(
                object.key(), object.size(), object.etag(), object.modified().truncatedTo(ChronoUnit.MILLIS));
    }
}
