package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.PoolUser;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.Changes;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.minio.ArtifactStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells who works with the files of the pool, and deletes those that nobody does. */
@Service
public class PoolService {
    private static final Logger log = LoggerFactory.getLogger(PoolService.class);

    private final PoolRepository pool;
    private final ArtifactRepository artifacts;
    private final ArtifactStore store;
    private final TransactionTemplate transaction;
    private final Changes changes;
    private final InstantSource clock;

    PoolService(
            PoolRepository pool,
            ArtifactRepository artifacts,
            ArtifactStore store,
            TransactionTemplate transaction,
            Changes changes,
            InstantSource clock) {
        this.pool = pool;
        this.artifacts = artifacts;
        this.store = store;
        this.transaction = transaction;
        this.changes = changes;
        this.clock = clock;
    }

    /** Projects that the viewer may see, by file; one that none of them has is not among them. */
    public Map<UUID, List<PoolUser>> users(Viewer viewer) {
        return pool.users(viewer);
    }

    public List<PoolUser> users(UUID file, Viewer viewer) {
        require(file);
        return pool.users(file, viewer);
    }

    public FileView require(UUID file) {
        return artifacts
                .find(file)
                .filter(found -> found.source().projectId().isEmpty())
                .map(Artifact::view)
                .orElseThrow(() -> unknown(file));
    }

    /**
     * Gives a file another name, and by that another folder. Its bytes stay where they are, and projects that have it keep the name that it had:
     * what stages have seen does not change. That it comes into a folder so starts no run; that it came into the one before still does.
     */
    public FileView move(UUID id, String path) {
        ValidPath.check(path);
        FileView moved = transaction.execute(status -> {
            pool.lockNames();
            Artifact file = artifacts.lockInPool(id).orElseThrow(() -> unknown(id));
            if (!file.path().equals(path)) {
                if (pool.isTaken(path)) {
                    throw new ProblemException(
                            ProblemType.CONFLICT,
                            "There is a file " + path + " in the pool.",
                            "Choose another name, or move that file first.");
                }
                pool.rename(file.path(), path, clock.instant());
            }
            return require(id);
        });
        changes.noted(Pool.ID);
        return moved;
    }

    /** Deletes a file that no project has. The bytes go after the row: bytes without a row are nobody's, a row without bytes would be a lie. */
    public void delete(UUID file, Viewer viewer) {
        Optional<Artifact.Location> bytes = transaction.execute(status -> deleteRow(file, viewer));
        if (bytes != null) {
            bytes.ifPresent(this::deleteBytes);
        }
        changes.noted(Pool.ID);
    }

    private Optional<Artifact.Location> deleteRow(UUID id, Viewer viewer) {
        Artifact file = artifacts.lockInPool(id).orElseThrow(() -> unknown(id));
        List<PoolUser> users = pool.users(id, Viewer.SYSTEM);
        if (!users.isEmpty()) {
            throw inUse(file, users.size(), pool.users(id, viewer));
        }
        pool.delete(file);
        return pool.otherNames(file) == 0 ? Optional.of(file.location()) : Optional.empty();
    }

    private void deleteBytes(Artifact.Location bytes) {
        try {
            store.delete(bytes.bucket(), bytes.key());
        } catch (RuntimeException e) {
            log.error("The storage still has {}, which was deleted from the pool: remove it there", bytes.key(), e);
        }
    }

    private static ProblemException inUse(Artifact file, int users, List<PoolUser> seen) {
        List<String> named =
                new ArrayList<>(seen.stream().map(PoolUser::projectName).toList());
        if (users > seen.size()) {
            named.add(users - seen.size() == 1 ? "another project" : users - seen.size() + " other projects");
        }
        String names = String.join(", ", named);
        return new ProblemException(
                ProblemType.CONFLICT,
                "%s is used by %s.".formatted(file.path(), names),
                "Delete the projects that use it first, or keep it.");
    }

    private static ProblemException unknown(UUID file) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "There is no file " + file + " in the pool.",
                "List the files of the pool to find its id.");
    }
}
