package dev.winslow.ui.artifact;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.dom.DisabledUpdateMode;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.DomEventListener;
import com.vaadin.flow.dom.DomListenerRegistration;
import dev.winslow.api.artifact.BeginUpload;
import dev.winslow.api.artifact.CompleteUpload;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.SentPart;
import dev.winslow.api.artifact.UploadTicket;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Notices;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a video, or any files, from the browser straight to the storage, in parts that this server signs. */
@Tag("winslow-video-upload")
@JsModule("./video-upload.ts")
@NpmPackage(value = "hash-wasm", version = "4.12.0")
public final class VideoUpload extends Component {
    private static final Logger log = LoggerFactory.getLogger(VideoUpload.class);

    /** What a run is to start on. */
    private static final String FIRST = "the film";

    private static final String MORE = "files";

    private final transient FileService files;
    private final transient JsonMapper json;
    private transient Destination destination = new ToPool();
    private transient Optional<BeginUpload> begun = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    private transient Consumer<FileView> arrived = file -> {};

    public VideoUpload(FileService files, JsonMapper json) {
        this.files = files;
        this.json = json;
        getElement()
                .addEventListener("file-chosen", event -> chosen = Optional.of(text(event, "name")))
                .addEventData("event.detail.name");
        listen("upload-begin", event -> attempt(() -> begin(event)))
                .addEventData("event.detail.folder")
                .addEventData("event.detail.name")
                .addEventData("event.detail.size")
                .addEventData("event.detail.sha256");
        listen("upload-complete", event -> attempt(() -> complete(event)))
                .addEventData("event.detail.folder")
                .addEventData("event.detail.name")
                .addEventData("event.detail.size")
                .addEventData("event.detail.sha256")
                .addEventData("event.detail.objectKey")
                .addEventData("event.detail.uploadId")
                .addEventData("event.detail.parts");
    }

    /** Also while another tab is open, or a dialog before the page: what was begun goes on. */
    private DomListenerRegistration listen(String event, DomEventListener listener) {
        return getElement()
                .addEventListener(event, listener)
                .setDisabledUpdateMode(DisabledUpdateMode.ALWAYS)
                .allowInert();
    }

    /** The name of the file that the person chose. */
    public Optional<String> chosen() {
        return chosen;
    }

    public void onFailure(Runnable tell) {
        listen("upload-failed", event -> tell.run());
    }

    /** Sends the chosen file to the project, then tells what has arrived. */
    public void send(UUID toProject, Consumer<FileView> whenArrived) {
        start(new ToProject(toProject, FIRST), whenArrived);
    }

    /**
     * Offers to go on with a file that was being {@linkplain #send sent} to the project when the page was left, where the browser can find it again.
     *
     * @param goOn sends what is chosen, which that file is then
     */
    public void offerToGoOn(UUID toProject, Runnable goOn) {
        offerToGoOn(new ToProject(toProject, FIRST), goOn);
    }

    /** As {@link #offerToGoOn(UUID, Runnable)}, for what was being sent to the pool. */
    public void offerToGoOnInPool(Runnable goOn) {
        offerToGoOn(new ToPool(), goOn);
    }

    private void offerToGoOn(Destination to, Runnable goOn) {
        name(to);
        getElement().addEventListener("upload-go-on", event -> goOn.run());
    }

    /** What is kept in the browser is for this person alone. */
    private void name(Destination to) {
        getElement().setAttribute("place", Person.viewer().name() + "/" + to);
    }

    /** From now on takes any number of files of any kind, and sends each to the project when its turn comes. */
    public void sendAll(UUID toProject) {
        sendAll(new ToProject(toProject, MORE), file -> {});
    }

    /** As {@link #sendAll(UUID)}, elsewhere; tells of each that has arrived. */
    public void sendAll(Destination to, Consumer<FileView> whenArrived) {
        destination = to;
        arrived = whenArrived;
        name(to);
        getElement().setAttribute("several", true);
    }

    /** Sends the chosen file to the pool, into a folder of it if one is named, then tells what has arrived. */
    public void sendToPool(String toFolder, Consumer<FileView> whenArrived) {
        into(toFolder);
        start(new ToPool(), whenArrived);
    }

    /** The folder for what is begun from now on; empty for none. */
    public void into(String toFolder) {
        getElement().setAttribute("folder", toFolder.replaceAll("^/+|/+$", ""));
    }

    private void start(Destination to, Consumer<FileView> whenArrived) {
        destination = to;
        arrived = whenArrived;
        name(to);
        getElement().callJsFunction("start");
    }

    private void begin(DomEvent event) {
        BeginUpload file = description(event);
        begun = Optional.of(file);
        getElement().callJsFunction("begun", json.writeValueAsString(destination.begin(file)));
    }

    private void complete(DomEvent event) {
        SentPart[] parts = json.readValue(text(event, "parts"), SentPart[].class);
        FileView file = destination.complete(new CompleteUpload(
                begun.orElseGet(() -> description(event)),
                text(event, "objectKey"),
                text(event, "uploadId"),
                Arrays.asList(parts)));
        getElement().callJsFunction("completed");
        arrived.accept(file);
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (ProblemException problem) {
            getElement().callJsFunction("refused", Notices.sentence(problem));
        } catch (RuntimeException e) {
            log.error("An upload to {} failed", destination, e);
            getElement()
                    .callJsFunction(
                            "refused", t("The server could not take the file. Try again: what has arrived is kept."));
        }
    }

    private BeginUpload description(DomEvent event) {
        String folder = text(event, "folder");
        String path = folder.isEmpty() ? text(event, "name") : folder + "/" + text(event, "name");
        return new BeginUpload(path, (long) detail(event, "size").asDouble(), text(event, "sha256"));
    }

    private static String text(DomEvent event, String name) {
        return detail(event, name).asString();
    }

    private static JsonNode detail(DomEvent event, String name) {
        return event.getEventData().get("event.detail." + name);
    }

    /** Whose books an upload is in. Its name by {@code toString} is its own. */
    public interface Destination {
        UploadTicket begin(BeginUpload file);

        FileView complete(CompleteUpload upload);
    }

    private final class ToPool implements Destination {
        @Override
        public UploadTicket begin(BeginUpload file) {
            return files.beginPoolUpload(file);
        }

        @Override
        public FileView complete(CompleteUpload upload) {
            return files.completePoolUpload(upload);
        }

        @Override
        public String toString() {
            return "the pool";
        }
    }

    private final class ToProject implements Destination {
        private final UUID project;
        private final String purpose;

        ToProject(UUID project, String purpose) {
            this.project = project;
            this.purpose = purpose;
        }

        @Override
        public UploadTicket begin(BeginUpload file) {
            return files.beginUpload(project, file);
        }

        @Override
        public FileView complete(CompleteUpload upload) {
            return files.completeUpload(project, upload);
        }

        @Override
        public String toString() {
            return purpose + " of project " + project;
        }
    }
}
