package dev.winslow.engine.project;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.project.ChangeProject;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.Changes;
import dev.winslow.engine.Ids;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.minio.ArtifactStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, changes and lists projects. */
@Service
public class ProjectService {
    private final ProjectRepository projects;
    private final PipelineService pipelines;
    private final ProjectStates states;
    private final ArtifactStore store;
    private final Changes changes;
    private final InstantSource clock;

    ProjectService(
            ProjectRepository projects,
            PipelineService pipelines,
            ProjectStates states,
            ArtifactStore store,
            Changes changes,
            InstantSource clock) {
        this.projects = projects;
        this.pipelines = pipelines;
        this.states = states;
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    public List<ProjectView> list() {
        return views(projects.list());
    }

    public Optional<ProjectView> find(UUID id) {
        return projects.find(id).map(this::view);
    }

    public Project require(UUID id) {
        return projects.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no project " + id + ".", "List the projects to find its id."));
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
                validName(request.name()),
                validPipeline(request.pipelineKey()),
                "winslow-p-" + id,
                clock.instant(),
                request.tags());
        store.createBucket(project.bucket());
        projects.insert(project);
        changes.publish(id);
        return view(project);
    }

    @Transactional
    public ProjectView change(UUID id, ChangeProject request) {
        Project project = require(id);
        projects.update(
                id,
                request.name().map(ProjectService::validName).orElse(project.name()),
                request.pipelineKey().map(this::validPipeline).orElse(project.pipelineKey()));
        request.tags().ifPresent(tags -> projects.replaceTags(id, tags));
        changes.publish(id);
        return view(require(id));
    }

    private ProjectView view(Project project) {
        return views(List.of(project)).getFirst();
    }

    private List<ProjectView> views(List<Project> shown) {
        Map<UUID, ProjectStates.Standing> standings =
                states.of(shown.stream().map(Project::id).toList());
        return shown.stream()
                .map(project -> view(project, standings.getOrDefault(project.id(), ProjectStates.Standing.NEW)))
                .toList();
    }

    private static ProjectView view(Project project, ProjectStates.Standing standing) {
        return new ProjectView(
                project.id(),
                project.name(),
                project.pipelineKey(),
                project.tags(),
                project.createdAt(),
                standing.state(),
                standing.latestRun(),
                standing.currentStages());
    }

    private static String validName(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > 200) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "A project's name has 1 to 200 characters, but this one has " + trimmed.length() + ".",
                    "Give the project a name such as the place and the date of the film.");
        }
        return trimmed;
    }

    private String validPipeline(String key) {
        return pipelines
                .newest(key)
                .filter(pipeline -> !pipeline.retired())
                .map(pipeline -> key)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID,
                        "There is no pipeline \"" + key + "\".",
                        "Choose one of the pipelines that are deployed, or deploy it first."));
    }
}
