package dev.winslow.engine.project;

import dev.winslow.api.project.DeletionView;
import dev.winslow.engine.history.Events;
import dev.winslow.minio.ArtifactStore;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Deletes a project with all that belongs to it. The mark in the database comes first and the row goes last, so that a crash between them leaves
 * a project that nobody sees and that the next start finishes deleting.
 */
@Service
public class ProjectDeletion {
    private static final Logger log = LoggerFactory.getLogger(ProjectDeletion.class);

    private final ProjectRepository projects;
    private final ProjectEdits edits;
    private final DeletionPreview preview;
    private final List<ProjectParts> parts;
    private final ArtifactStore store;
    private final Events events;

    ProjectDeletion(
            ProjectRepository projects,
            ProjectEdits edits,
            DeletionPreview preview,
            List<ProjectParts> parts,
            ArtifactStore store,
            Events events) {
        this.projects = projects;
        this.edits = edits;
        this.preview = preview;
        this.parts = parts;
        this.store = store;
        this.events = events;
    }

    /** How much would go. */
    public DeletionView preview(UUID id) {
        return preview.of(id);
    }

    public void delete(UUID id) {
        tryToFinish(edits.markDeleted(id));
    }

    @EventListener(ApplicationReadyEvent.class)
    void finishWhatACrashLeft() {
        projects.halfDeleted().forEach(this::tryToFinish);
    }

    /** To the person the project is gone from its mark on. What the storage refuses now is tried again at the next start. */
    private void tryToFinish(Project project) {
        try {
            finish(project);
        } catch (RuntimeException e) {
            log.error(
                    "Not all of the deleted project {} could be removed; the next start tries again", project.id(), e);
        }
    }

    private void finish(Project project) {
        parts.forEach(part -> part.discard(project));
        store.deleteBucket(project.bucket());
        events.forget(project.id());
        projects.delete(project.id());
        log.info("Deleted project {} with its bucket {}", project.id(), project.bucket());
    }
}
