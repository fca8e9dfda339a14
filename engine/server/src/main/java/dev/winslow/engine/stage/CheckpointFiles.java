package dev.winslow.engine.stage;

import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.SaveCheckpoint;
import dev.winslow.engine.artifact.Artifact;
import dev.winslow.engine.artifact.NamedObjects;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Runs;
import dev.winslow.minio.ArtifactStore;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds where the bytes of a checkpoint's files lie: with the one before, with what the attempt started from, or where they were sent. */
@Component
class CheckpointFiles {
    private static final Logger log = LoggerFactory.getLogger(CheckpointFiles.class);

    private final Workspaces workspaces;
    private final Runs runs;
    private final ProjectService projects;
    private final ArtifactStore store;
    private final List<NamedObjects> features;

    CheckpointFiles(
            Workspaces workspaces,
            Runs runs,
            ProjectService projects,
            ArtifactStore store,
            List<NamedObjects> features) {
        this.workspaces = workspaces;
        this.runs = runs;
        this.projects = projects;
        this.store = store;
        this.features = features;
    }

    Optional<Artifact.Location> of(Attempt attempt, Optional<Checkpoint> before, int number, ProducedFile file) {
        Artifact.Content content = new Artifact.Content(file.size(), file.sha256());
        return before.flatMap(checkpoint -> checkpoint.with(content))
                .map(Checkpoint.Saved::location)
                .or(() -> workspaces.known(attempt.id(), file).map(Artifact::location))
                .or(() -> sent(attempt, SaveCheckpoint.sent(number, file)));
    }

    private Optional<Artifact.Location> sent(Attempt attempt, ProducedFile file) {
        String bucket =
                projects.require(runs.require(attempt.runId()).projectId()).bucket();
        Workspaces.Origin origin =
                new Workspaces.Origin(attempt.runId(), attempt.stage().id(), attempt.id());
        String key = Workspaces.key(origin, file.area(), file.path());
        return store.find(bucket, key)
                .filter(object -> object.size() == file.size())
                .map(object -> new Artifact.Location(bucket, key));
    }

    /** What cannot be removed now goes when the end of its attempt is swept. */
    void removeUnnamed(Artifact.Location place) {
        try {
            boolean named = features.stream()
                    .anyMatch(feature ->
                            !feature.named(place.bucket(), List.of(place.key())).isEmpty());
            if (!named) {
                store.delete(place.bucket(), place.key());
            }
        } catch (RuntimeException e) {
            log.warn("{} of a former checkpoint could not be removed yet", place.key(), e);
        }
    }
}
