package dev.winslow.engine.project;

import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.project.TagView;
import dev.winslow.engine.Ids;
import dev.winslow.engine.history.Actor;
import dev.winslow.minio.ArtifactStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Creates, changes and lists projects. */
@Service
public class ProjectService {
    private final ProjectRepository projects;
    private final ProjectFields fields;
    private final ProjectEdits edits;
    private final ProjectViews views;
    private final ArtifactStore store;
    private final InstantSource clock;

    ProjectService(
            ProjectRepository projects,
            ProjectFields fields,
            ProjectEdits edits,
            ProjectViews views,
            ArtifactStore store,
            InstantSource clock) {
        this.projects = projects;
        this.fields = fields;
        this.edits = edits;
        this.views = views;
        this.store = store;
        this.clock = clock;
    }

    /** All projects, newest first. */
    public List<ProjectView> list() {
        return list(ProjectFilter.ALL);
    }

    public List<ProjectView> list(ProjectFilter filter) {
        return views.of(projects.list().stream().filter(filter::suits).toList()).stream()
                .filter(project -> filter.suits(project.state()))
                .toList();
    }

    /** Tags that begin so, those of most projects first. */
    public List<TagView> tags(String prefix) {
        String begin = prefix.toLowerCase(Locale.ROOT);
        return projects.tags().stream()
                .filter(tag -> tag.tag().toLowerCase(Locale.ROOT).startsWith(begin))
                .toList();
    }

    public Optional<ProjectView> find(UUID id) {
        return projects.find(id).map(views::of);
    }

    /** As it is stored, where there is one. */
    public Optional<Project> stored(UUID id) {
        return projects.find(id);
    }

    public Project require(UUID id) {
        return projects.require(id);
    }

    /** As {@link #require}, and nobody else changes or deletes the project before the transaction ends. */
    public Project requireLocked(UUID id) {
        projects.lock(id);
        return require(id);
    }

    /** The bucket is made first: an empty bucket without a project is harmless, a project without a bucket is not. */
    public ProjectView create(CreateProject request) {
        UUID id = Ids.next();
        Project project = new Project(
                id,
                ProjectFields.name(request.name()),
                fields.pipeline(request.pipelineKey()),
                "winslow-p-" + id,
                clock.instant(),
                ProjectFields.tags(request.tags()),
                Actor.current().name());
        store.createBucket(project.bucket());
        edits.insert(project);
        return views.of(project);
    }

    public ProjectView change(UUID id, ChangeProject request) {
        edits.change(id, request);
        return views.of(require(id));
    }
}
