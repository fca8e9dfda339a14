package dev.winslow.engine.stage;

import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.api.worker.ProducedFile;
import dev.winslow.api.worker.UploadCompletion;
import dev.winslow.engine.artifact.ValidPath;
import dev.winslow.engine.artifact.Workspaces;
import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.Runs;
import dev.winslow.minio.ArtifactStore;
import java.util.List;
import org.springframework.stereotype.Service;

/** Signs where an attempt sends the files that it leaves: below its own prefix, and only what the store lacks. */
@Service
public class AttemptUploads {
    private final Runs runs;
    private final ProjectService projects;
    private final Workspaces workspaces;
    private final ArtifactStore store;

    AttemptUploads(Runs runs, ProjectService projects, Workspaces workspaces, ArtifactStore store) {
        this.runs = runs;
        this.projects = projects;
        this.workspaces = workspaces;
        this.store = store;
    }

    public UploadTicket begin(Attempt attempt, ProducedFile file) {
        ValidPath.check(file.path());
        return workspaces
                .known(attempt.id(), file)
                .map(known -> new UploadTicket(known.location().key(), "", List.of()))
                .orElseGet(() -> store.beginUpload(bucket(attempt), key(attempt, file), file.size()));
    }

    /** One that has arrived already is fine: the worker may not have heard the first answer. */
    public void complete(Attempt attempt, UploadCompletion completion) {
        String key = key(attempt, completion.file());
        boolean arrived = store.find(bucket(attempt), key)
                .filter(object -> object.size() == completion.file().size())
                .isPresent();
        if (!arrived && !completion.uploadId().isEmpty()) {
            store.completeUpload(bucket(attempt), key, completion.uploadId(), completion.parts());
        }
    }

    private String bucket(Attempt attempt) {
        Project project = projects.require(runs.require(attempt.runId()).projectId());
        return project.bucket();
    }

    private static String key(Attempt attempt, ProducedFile file) {
        Workspaces.Origin origin =
                new Workspaces.Origin(attempt.runId(), attempt.stage().id(), attempt.id());
        return Workspaces.key(origin, file.area(), file.path());
    }
}
