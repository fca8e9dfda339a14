package dev.winslow.engine.project;

import dev.winslow.api.access.Right;
import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.project.TagView;
import dev.winslow.engine.access.ProjectAccess;
import dev.winslow.engine.access.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Creates, changes and lists projects. */
@Service
public class ProjectService {
    private final ProjectRepository projects;
    private final NewProjects fresh;
    private final ProjectEdits edits;
    private final ProjectViews views;
    private final ProjectAccess access;

    ProjectService(
            ProjectRepository projects,
            NewProjects fresh,
            ProjectEdits edits,
            ProjectViews views,
            ProjectAccess access) {
        this.projects = projects;
        this.fresh = fresh;
        this.edits = edits;
        this.views = views;
        this.access = access;
    }

    /** All projects that the viewer may see, newest first. */
    public List<ProjectView> list(Viewer viewer) {
        return list(ProjectFilter.ALL, viewer);
    }

    public List<ProjectView> list(ProjectFilter filter, Viewer viewer) {
        return views
                .of(projects.list(viewer).stream()
                        .filter(seen -> filter.suits(seen.project()))
                        .toList())
                .stream()
                .filter(project -> filter.suits(project.state()))
                .toList();
    }

    /** Tags that begin so, those of most projects first. */
    public List<TagView> tags(String prefix, Viewer viewer) {
        String begin = prefix.toLowerCase(Locale.ROOT);
        return projects.tags(viewer).stream()
                .filter(tag -> tag.tag().toLowerCase(Locale.ROOT).startsWith(begin))
                .toList();
    }

    /** Empty also where the viewer may not see it. */
    public Optional<ProjectView> find(UUID id, Viewer viewer) {
        return projects.find(id)
                .map(project -> new SeenProject(project, access.of(id, viewer)))
                .filter(seen -> seen.may().includes(Right.SEE))
                .map(views::of);
    }

    /** As it is stored, where there is one. */
    public Optional<Project> stored(UUID id) {
        return projects.find(id);
    }

    /** What those of them that there are are called, in one query. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return projects.names(ids);
    }

    public Project require(UUID id) {
        return projects.require(id);
    }

    /** As {@link #require}, and nobody else changes or deletes the project before the transaction ends. */
    public Project requireLocked(UUID id) {
        projects.lock(id);
        return require(id);
    }

    public ProjectView create(CreateProject request) {
        return views.of(new SeenProject(fresh.make(request), Right.OWN));
    }

    /** To hand it over takes more than to change anything else. */
    public ProjectView change(UUID id, ChangeProject request, Viewer viewer) {
        Project before = require(id);
        access.require(
                id,
                request.owner().filter(owner -> !owner.equals(before.owner())).isPresent() ? Right.OWN : Right.CHANGE,
                viewer);
        edits.change(id, request);
        return views.of(new SeenProject(require(id), access.of(id, viewer)));
    }
}
