package dev.winslow.ui.project;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.CreateProject;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.pipeline.PipelineService;
import dev.winslow.engine.pipeline.PipelineVersion;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A new project in one go: name, pipeline, video, start. */
final class NewProjectDialog extends Dialog {
    private final transient ProjectService projects;
    private final transient RunService runs;
    private final TextField name = new TextField("Name");
    private final Select<PipelineVersion> pipeline = new Select<>();
    private final Select<FileView> pooled = new Select<>();
    private final VideoUpload video;
    private final transient FileService files;
    private final Button start = new Button("Create and start");
    /** Made at the first try; a try after a broken upload goes on with it. */
    private Optional<UUID> project = Optional.empty();

    private NewProjectDialog(
            ProjectService projects,
            RunService runs,
            FileService files,
            List<PipelineVersion> pipelines,
            VideoUpload video) {
        this.projects = projects;
        this.runs = runs;
        this.files = files;
        this.video = video;
        setHeaderTitle("New project");
        setWidth("min(560px, 94vw)");
        name.setPlaceholder("Place and date of the film");
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.setMaxLength(200);
        name.setWidthFull();
        pipeline.setLabel("Pipeline");
        pipeline.setItemLabelGenerator(PipelineVersion::name);
        pipeline.setItems(pipelines);
        pipelines.stream()
                .filter(version -> version.key().equals("vehicle-tracking"))
                .findFirst()
                .or(() -> pipelines.stream().findFirst())
                .ifPresent(pipeline::setValue);
        pipeline.setWidthFull();
        pooled.setLabel("Video from the pool");
        pooled.setPlaceholder("None: send one from here");
        pooled.setEmptySelectionAllowed(true);
        pooled.setEmptySelectionCaption("None: send one from here");
        pooled.setItemLabelGenerator(file -> file == null ? "" : file.path() + " (" + Words.size(file.size()) + ")");
        List<FileView> shared = files.pool();
        pooled.setItems(shared);
        pooled.setVisible(!shared.isEmpty());
        pooled.setWidthFull();
        pooled.addValueChangeListener(change -> video.setVisible(pooled.isEmpty()));
        Div form = new Div(name, pipeline, pooled, video);
        form.addClassName("winslow-form");
        add(form);
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setDisableOnClick(true);
        start.addClickListener(click -> create());
        video.onFailure(() -> start.setEnabled(true));
        getFooter().add(new Button("Cancel", click -> close()), start);
    }

    private void create() {
        boolean sending = isComplete() && Notices.attempt(this::takeVideo);
        if (!sending) {
            start.setEnabled(true);
        }
    }

    private void takeVideo() {
        UUID id = requireProject();
        pooled.getOptionalValue()
                .ifPresentOrElse(
                        file -> startRun(files.linkFromPool(id, file.id())), () -> video.send(id, this::startRun));
    }

    private boolean isComplete() {
        boolean named = !name.getValue().isBlank();
        name.setInvalid(!named);
        name.setErrorMessage("Give the project a name, such as the place and the date of the film.");
        boolean chosen = !pooled.isEmpty() || video.chosen().isPresent();
        if (named && !chosen) {
            Notices.refused("Choose the video of this project first.");
        }
        return named && chosen;
    }

    private UUID requireProject() {
        UUID id = project.orElseGet(() -> projects.create(
                        new CreateProject(name.getValue(), pipeline.getValue().key(), List.of()))
                .id());
        project = Optional.of(id);
        return id;
    }

    private void startRun(FileView file) {
        UUID id = project.orElseThrow();
        Notices.attempt(() -> runs.start(id, StartRun.with(Map.of("VIDEO", file.path()))));
        close();
        Navigation.goToProject(id);
    }

    @Component
    static class Factory {
        private final ProjectService projects;
        private final RunService runs;
        private final PipelineService pipelines;
        private final FileService files;
        private final JsonMapper json;

        Factory(
                ProjectService projects,
                RunService runs,
                PipelineService pipelines,
                FileService files,
                JsonMapper json) {
            this.projects = projects;
            this.runs = runs;
            this.pipelines = pipelines;
            this.files = files;
            this.json = json;
        }

        NewProjectDialog create() {
            List<PipelineVersion> usable = pipelines.list().stream()
                    .filter(version -> !version.retired())
                    .toList();
            return new NewProjectDialog(projects, runs, files, usable, new VideoUpload(files, json));
        }
    }
}
