package dev.winslow.engine.trigger;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StartRun;
import dev.winslow.api.trigger.TriggerSource.Folder;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a project of a film by a trigger's template, and starts it. */
@Component
class FilmStart {
    private static final String FILM = "VIDEO";

    private final FileService files;
    private final ProjectService projects;
    private final RunService runs;

    FilmStart(FileService files, ProjectService projects, RunService runs) {
        this.files = files;
        this.projects = projects;
        this.runs = runs;
    }

    RunView begin(Trigger trigger, FileView film) {
        Folder folder = trigger.folder().orElseThrow();
        CreateProject template = new CreateProject(
                Template.name(folder, film),
                folder.project().pipelineKey(),
                folder.project().tags());
        // A project belongs to a person.
        ProjectView project = Acting.as(trigger.createdBy(), () -> projects.create(template));
        // It may have been given another name meanwhile.
        FileView linked = files.linkFromPool(project.id(), film.id());
        Map<String, String> variables = new HashMap<>(Map.of(FILM, linked.path()));
        variables.putAll(trigger.variables());
        return runs.start(project.id(), StartRun.with(variables));
    }
}
