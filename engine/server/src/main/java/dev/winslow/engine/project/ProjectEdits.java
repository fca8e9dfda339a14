package dev.winslow.engine.project;

import dev.winslow.api.access.Right;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.project.ProjectState;
import dev.winslow.engine.access.AccessService;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.problem.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes projects, and in the same transaction what changed in them. */
@Component
class ProjectEdits {
    private final ProjectRepository projects;
    private final ProjectViews views;
    private final ProjectFields fields;
    private final AccessService people;
    private final Events events;
    private final InstantSource clock;

    ProjectEdits(
            ProjectRepository projects,
            ProjectViews views,
            ProjectFields fields,
            AccessService people,
            Events events,
            InstantSource clock) {
        this.projects = projects;
        this.views = views;
        this.fields = fields;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void insert(Project project) {
        projects.insert(project);
        events.ofProject(
                project.id(),
                EventKind.PROJECT_CREATED,
                Map.of("name", project.name(), "pipeline", project.pipelineKey()));
    }

    @Transactional
    void change(UUID id, ChangeProject request) {
        projects.lock(id);
        Project project = projects.require(id);
        request.pipelineKey()
                .filter(key -> !key.equals(project.pipelineKey()))
                .ifPresent(key -> requireNoOpenRun(project));
        Project changed = new Project(
                id,
                request.name().map(ProjectFields::name).orElse(project.name()),
                request.pipelineKey().map(fields::pipeline).orElse(project.pipelineKey()),
                project.bucket(),
                project.createdAt(),
                request.tags().map(ProjectFields::tags).orElse(project.tags()),
                request.owner()
                        .filter(owner -> !owner.equals(project.owner()))
                        .map(people::requireKnown)
                        .orElse(project.owner()),
                project.everyone());
        projects.update(changed);
        tell(id, EventKind.PROJECT_RENAMED, project.name(), changed.name());
        tell(id, EventKind.PIPELINE_CHANGED, project.pipelineKey(), changed.pipelineKey());
        tell(id, EventKind.TAGS_CHANGED, listed(project.tags()), listed(changed.tags()));
        tell(id, EventKind.OWNER_CHANGED, project.owner(), changed.owner());
    }

    @Transactional
    Project markDeleted(UUID id) {
        projects.lock(id);
        Project project = projects.require(id);
        projects.markDeleted(id, clock.instant());
        events.ofProject(
                id,
                EventKind.PROJECT_DELETED,
                Map.of(
                        "name",
                        project.name(),
                        "owner",
                        project.owner(),
                        "everyone",
                        project.everyone().name()));
        return project;
    }

    private void tell(UUID id, EventKind kind, String before, String after) {
        if (!before.equals(after)) {
            events.ofProject(id, kind, Map.of("old", before, "new", after));
        }
    }

    private void requireNoOpenRun(Project project) {
        if (projects.hasOpenRun(project.id())) {
            ProjectState state = views.of(new SeenProject(project, Right.OWN)).state();
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "A run of this project has not ended yet (" + state + "), and it goes on with the pipeline \""
                            + project.pipelineKey() + "\".",
                    "Wait for its end or cancel it, then change the pipeline.");
        }
    }

    private static String listed(List<String> tags) {
        return String.join(", ", tags);
    }
}
