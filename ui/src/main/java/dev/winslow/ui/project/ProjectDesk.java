package dev.winslow.ui.project;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.run.RunWithAttempts;
import dev.winslow.ui.artifact.OutputLabels;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.run.StartOptions;
import dev.winslow.ui.security.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All that the page of a project asks of the server. */
@Component
class ProjectDesk {
    private final ProjectService projects;
    private final RunService runs;
    private final FileService files;
    private final PipelineService pipelines;
    private final JsonMapper json;
    private final StartOptions.Factory options;
    private final VersionDesk versions;

    ProjectDesk(
            ProjectService projects,
            RunService runs,
            FileService files,
            PipelineService pipelines,
            JsonMapper json,
            StartOptions.Factory options,
            VersionDesk versions) {
        this.projects = projects;
        this.runs = runs;
        this.files = files;
        this.pipelines = pipelines;
        this.json = json;
        this.options = options;
        this.versions = versions;
    }

    Optional<ProjectView> project(UUID id) {
        return projects.find(id, Person.viewer());
    }

    Optional<RunWithAttempts> run(UUID id) {
        return runs.findWithAttempts(id);
    }

    RunService runs() {
        return runs;
    }

    VersionDesk versions() {
        return versions;
    }

    List<FileView> files(RunView run, Area area) {
        return files.files(run.projectId(), Optional.of(run.id()), area);
    }

    /** What the pipeline of a run calls the files that it leaves. */
    OutputLabels labels(RunView run) {
        return pipelines
                .find(run.pipelineKey(), run.pipelineVersion())
                .flatMap(version -> pipelines.spec(version.definitionId()))
                .map(OutputLabels::of)
                .orElse(OutputLabels.NONE);
    }

    List<FileView> inputs(UUID project) {
        return files.files(project, Optional.empty(), Area.INPUT);
    }

    Optional<String> diagram(RunView run) {
        return pipelines
                .find(run.pipelineKey(), run.pipelineVersion())
                .flatMap(version -> pipelines.xml(version.definitionId()));
    }

    StartOptions options(ProjectView project) {
        return options.create(project);
    }

    void start(UUID project, StartRun request) {
        runs.start(project, request);
    }

    VideoUpload upload() {
        return new VideoUpload(files, json);
    }
}
