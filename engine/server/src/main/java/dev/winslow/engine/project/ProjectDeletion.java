package dev.winslow.engine.project;

import dev.winslow.api.access.Right;
import dev.winslow.engine.access.Needs;
import dev.winslow.engine.history.Events;
import dev.winslow.minio.ArtifactStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Deletes a project with all that belongs to it. The mark in the database comes first and the row goes last, so that a crash between them leaves
 * a project that nobody sees and that the next start or sweep finishes deleting.
 */
@Service
public class ProjectDeletion {
    private static final Logger log = LoggerFactory.getLogger(ProjectDeletion.class);

    private final ProjectRepository projects;
    private final ProjectEdits edits;
    private final List<ProjectParts> parts;
    private final ArtifactStore store;
    private final Events events;
    private final InstantSource clock;

    ProjectDeletion(
            ProjectRepository projects,
            ProjectEdits edits,
            List<ProjectParts> parts,
            ArtifactStore store,
            Events events,
            InstantSource clock) {
        this.projects = projects;
        this.edits = edits;
        this.parts = parts;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Needs(Right.OWN)
    public void delete(UUID id) {
        tryToFinish(edits.markDeleted(id));
    }

    @EventListener(ApplicationReadyEvent.class)
    void finishWhatACrashLeft() {
        finish(clock.instant());
    }

    /** Finishes the deletions that were begun before. */
    public void finish(Instant begunBefore) {
        projects.halfDeleted(begunBefore).forEach(this::tryToFinish);
    }

    /** To the person the project is gone from its mark on. What the storage refuses now is tried again later. */
    private void tryToFinish(Project project) {
        try {
            finish(project);
        } catch (RuntimeException e) {
            log.error(
                    "Not all of the deleted project {} could be removed; the next sweep tries again", project.id(), e);
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
