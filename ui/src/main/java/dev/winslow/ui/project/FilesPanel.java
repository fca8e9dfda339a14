package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.Div;
import dev.winslow.api.access.Right;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.RunView;
import dev.winslow.ui.artifact.FileAddress;
import dev.winslow.ui.artifact.FileBrowser;
import dev.winslow.ui.artifact.FileGroup;
import dev.winslow.ui.artifact.FoundPanel;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.shell.Confirmation;
import dev.winslow.ui.shell.Notices;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was brought into a project and what its latest run has; people add files and take them out again. */
final class FilesPanel extends Div {
    private final transient FilesDesk desk;
    private VideoUpload upload;
    private final FoundPanel found = new FoundPanel();
    private final FileBrowser browser = new FileBrowser();
    private final StoragePanel storage;
    private transient Optional<UUID> project = Optional.empty();

    FilesPanel(FilesDesk desk) {
        this.desk = desk;
        this.upload = desk.upload();
        this.storage = new StoragePanel(desk);
        addClassName("winslow-files-panel");
        add(upload, found, browser, storage);
    }

    void show(ProjectView view, Optional<RunView> latest) {
        if (!project.equals(Optional.of(view.id()))) {
            project = Optional.of(view.id());
            // What still waits there is for the project that was shown before.
            VideoUpload fresh = desk.upload();
            fresh.sendAll(view.id());
            replace(upload, fresh);
            upload = fresh;
        }
        boolean mayChange = view.may().includes(Right.CHANGE);
        upload.setVisible(mayChange);
        browser.offerRemoval(mayChange ? Optional.of(this::confirm) : Optional.empty());
        found.show(desk.found(view.id()));
        Optional<UUID> run = latest.map(RunView::id);
        browser.show(List.of(
                group(t("Videos and uploads"), view.id(), Optional.empty(), Area.INPUT),
                group(t("Results"), view.id(), run, Area.OUTPUT),
                group(t("Workspace"), view.id(), run, Area.WORKSPACE)));
        storage.show(view, latest);
    }

    private FileGroup group(String title, UUID id, Optional<UUID> run, Area area) {
        return new FileGroup(title, desk.files(id, run, area), FileAddress.archive(id, run, area));
    }

    private void confirm(FileView file) {
        Confirmation.ofLoss(
                        t("Remove {0}?", file.path()),
                        t(
                                "It goes out of the project, and out of the storage where nothing else has it. This cannot be undone."),
                        t("Remove"),
                        () -> project.ifPresent(id -> {
                            if (Notices.attempt(() -> desk.remove(id, file))) {
                                Notices.done(t("{0} is removed.", file.path()));
                            }
                        }))
                .open();
    }
}
