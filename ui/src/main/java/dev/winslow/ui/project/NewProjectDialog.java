package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

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
    private final TextField name = new TextField(t("Name"));
    private final Select<PipelineVersion> pipeline = new Select<>();
    private final Select<FileView> pooled = new Select<>();
    private final VideoUpload video;
    private final transient FileService files;
    private final Button start = new Button(t("Create and start"), click -> create(true));
    private final Button only = new Button(t("Create"), click -> create(false));
    private boolean starts;
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
        setHeaderTitle(t("New project"));
        setWidth("min(560px, 94vw)");
        name.setPlaceholder(t("Place and date of the film"));
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.setMaxLength(200);
        name.setWidthFull();
        pipeline.setLabel(t("Pipeline"));
        pipeline.setItemLabelGenerator(PipelineVersion::name);
        pipeline.setItems(pipelines);
        pipelines.stream()
                .filter(version -> version.key().equals("vehicle-tracking"))
                .findFirst()
                .or(() -> pipelines.stream().findFirst())
                .ifPresent(pipeline::setValue);
        pipeline.setWidthFull();
        pooled.setLabel(t("Video from the pool"));
        pooled.setPlaceholder(t("None: send one from here"));
        pooled.setEmptySelectionAllowed(true);
        pooled.setEmptySelectionCaption(t("None: send one from here"));
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
        only.setTooltipText(
                t("To set variables or to add files before its first run, or where its pipeline needs no video"));
        video.onFailure(() -> offer(true));
        getFooter().add(new Button(t("Cancel"), click -> close()), only, start);
    }

    private void offer(boolean offer) {
        start.setEnabled(offer);
        only.setEnabled(offer);
    }

    private void create(boolean startsAtOnce) {
        starts = startsAtOnce;
        offer(false);
        boolean sending = isComplete() && Notices.attempt(this::takeVideo);
        if (!sending) {
            offer(true);
        }
    }

    private void takeVideo() {
        UUID id = requireProject();
        if (!pooled.isEmpty()) {
            goOn(files.linkFromPool(id, pooled.getValue().id()));
        } else if (video.chosen().isPresent()) {
            video.send(id, this::goOn);
        } else {
            leave(id);
        }
    }

    private boolean isComplete() {
        boolean named = !name.getValue().isBlank();
        name.setInvalid(!named);
        name.setErrorMessage(t("Give the project a name, such as the place and the date of the film."));
        boolean chosen = !pooled.isEmpty() || video.chosen().isPresent();
        if (named && starts && !chosen) {
            Notices.refused(t("Choose the video of this project first."));
        }
        return named && (chosen || !starts);
    }

    private UUID requireProject() {
        UUID id = project.orElseGet(() -> projects.create(
                        new CreateProject(name.getValue(), pipeline.getValue().key(), List.of()))
                .id());
        project = Optional.of(id);
        return id;
    }

    private void goOn(FileView file) {
        UUID id = project.orElseThrow();
        if (starts) {
            Notices.attempt(() -> runs.start(id, StartRun.with(Map.of("VIDEO", file.path()))));
        }
        leave(id);
    }

    private void leave(UUID id) {
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
