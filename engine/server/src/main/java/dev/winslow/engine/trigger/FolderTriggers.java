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
import dev.winslow.engine.trigger.Firings.Cause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a project of each film that arrives in a watched folder of the pool, and starts it. */
@Component
public class FolderTriggers {
    private static final Logger log = LoggerFactory.getLogger(FolderTriggers.class);
    private static final String FILM = "VIDEO";

    private final TriggerRepository triggers;
    private final FiringRepository fired;
    private final Firings firings;
    private final FileService files;
    private final ProjectService projects;
    private final RunService runs;

    FolderTriggers(
            TriggerRepository triggers,
            FiringRepository fired,
            Firings firings,
            FileService files,
            ProjectService projects,
            RunService runs) {
        this.triggers = triggers;
        this.fired = fired;
        this.firings = firings;
        this.files = files;
        this.projects = projects;
        this.runs = runs;
    }

    public void fireArrived() {
        List<Trigger> watching = triggers.watchingFolders();
        if (watching.isEmpty()) {
            return;
        }
        List<FileView> pool = files.pool();
        watching.forEach(trigger -> {
            if (trigger.source() instanceof Folder folder) {
                look(trigger, folder, pool);
            }
        });
    }

    private void look(Trigger trigger, Folder folder, List<FileView> pool) {
        List<FileView> arrived = pool.stream()
                .filter(file -> !file.createdAt().isBefore(trigger.enabledAt()))
                .filter(file -> Template.fits(folder, file.path()))
                .toList();
        if (arrived.isEmpty()) {
            return;
        }
        Set<UUID> done = fired.filesOf(trigger.id());
        arrived.stream().filter(file -> !done.contains(file.id())).forEach(film -> tryToFire(trigger, folder, film));
    }

    /** One that cannot be fired now does not keep the others from it; the next round tries again. */
    private void tryToFire(Trigger trigger, Folder folder, FileView film) {
        Cause cause = new Cause(
                trigger.id(),
                film.createdAt(),
                Optional.of(film.id()),
                locked -> !fired.filesOf(locked.id()).contains(film.id()));
        try {
            firings.fire(cause, () -> begin(trigger, folder, film));
        } catch (RuntimeException e) {
            log.warn("Trigger {} could not be fired for {} yet", trigger.id(), film.path(), e);
        }
    }

    private RunView begin(Trigger trigger, Folder folder, FileView film) {
        ProjectView project = projects.create(new CreateProject(
                Template.name(folder, film),
                folder.project().pipelineKey(),
                folder.project().tags()));
        files.linkFromPool(project.id(), film.id());
        Map<String, String> variables = new HashMap<>(Map.of(FILM, film.path()));
        variables.putAll(trigger.variables());
        return runs.start(project.id(), StartRun.with(variables));
    }
}
