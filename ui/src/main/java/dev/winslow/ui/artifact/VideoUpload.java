package dev.winslow.ui.artifact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.dom.DomEvent;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.SentPart;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.ui.shell.Notices;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a video from the browser straight to the storage, in parts that this server signs. */
@Tag("winslow-video-upload")
@JsModule("./video-upload.ts")
@NpmPackage(value = "hash-wasm", version = "4.12.0")
public final class VideoUpload extends Component {
    private static final Logger log = LoggerFactory.getLogger(VideoUpload.class);

    private final transient FileService files;
    private final transient JsonMapper json;
    private Optional<UUID> project = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    private transient Consumer<FileView> arrived = file -> {};

    public VideoUpload(FileService files, JsonMapper json) {
        this.files = files;
        this.json = json;
        getElement()
                .addEventListener("file-chosen", event -> chosen = Optional.of(text(event, "name")))
                .addEventData("event.detail.name");
        getElement()
                .addEventListener("upload-begin", event -> attempt(() -> begin(event)))
                .addEventData("event.detail.name")
                .addEventData("event.detail.size")
                .addEventData("event.detail.sha256");
        getElement()
                .addEventListener("upload-complete", event -> attempt(() -> complete(event)))
                .addEventData("event.detail.name")
                .addEventData("event.detail.size")
                .addEventData("event.detail.sha256")
                .addEventData("event.detail.objectKey")
                .addEventData("event.detail.uploadId")
                .addEventData("event.detail.parts");
    }

    /** The name of the file that the person chose. */
    public Optional<String> chosen() {
        return chosen;
    }

    public void onFailure(Runnable tell) {
        getElement().addEventListener("upload-failed", event -> tell.run());
    }

    /** Sends the chosen file to the project, then tells what has arrived. */
    public void send(UUID toProject, Consumer<FileView> whenArrived) {
        project = Optional.of(toProject);
        arrived = whenArrived;
        getElement().callJsFunction("start");
    }

    private void begin(DomEvent event) {
        getElement()
                .callJsFunction(
                        "begun", json.writeValueAsString(files.beginUpload(project.orElseThrow(), description(event))));
    }

    private void complete(DomEvent event) {
        SentPart[] parts = json.readValue(text(event, "parts"), SentPart[].class);
        FileView file = files.completeUpload(
                project.orElseThrow(),
                new CompleteUpload(
                        description(event), text(event, "objectKey"), text(event, "uploadId"), Arrays.asList(parts)));
        getElement().callJsFunction("completed");
        arrived.accept(file);
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (ProblemException problem) {
            getElement().callJsFunction("refused", Notices.sentence(problem));
        } catch (RuntimeException e) {
            log.error("An upload to project {} failed", project, e);
            getElement()
                    .callJsFunction(
                            "refused", "The server could not take the file. Try again: what has arrived is kept.");
        }
    }

    private static BeginUpload description(DomEvent event) {
        return new BeginUpload(text(event, "name"), (long) detail(event, "size").asDouble(), text(event, "sha256"));
    }

    private static String text(DomEvent event, String name) {
        return detail(event, name).asString();
    }

    private static JsonNode detail(DomEvent event, String name) {
        return event.getEventData().get("event.detail." + name);
    }
}
