package dev.winslow.engine.project;

import dev.winslow.api.project.CreateProject;
import dev.winslow.engine.Ids;
import dev.winslow.engine.access.AccessSettings;
import dev.winslow.engine.history.Actor;
import dev.winslow.minio.ArtifactStore;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes projects with their buckets. They belong to whoever made them. */
@Component
class NewProjects {
    private final ProjectFields fields;
    private final ProjectEdits edits;
    private final ArtifactStore store;
    private final AccessSettings access;
    private final InstantSource clock;

    NewProjects(
            ProjectFields fields, ProjectEdits edits, ArtifactStore store, AccessSettings access, InstantSource clock) {
        this.fields = fields;
        this.edits = edits;
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    /** The bucket is made first: an empty bucket without a project is harmless, a project without a bucket is not. */
    Project make(CreateProject request) {
        UUID id = Ids.next();
        Project project = new Project(
                id,
                ProjectFields.name(request.name()),
                fields.pipeline(request.pipelineKey()),
                "winslow-p-" + id,
                clock.instant(),
                ProjectFields.tags(request.tags()),
                Actor.current().name(),
                access.everyone());
        store.createBucket(project.bucket());
        edits.insert(project);
        return project;
    }
}
