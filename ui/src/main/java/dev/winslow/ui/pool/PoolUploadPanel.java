package dev.winslow.ui.pool;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.artifact.FileView;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.shell.Notices;
import java.util.function.Consumer;

/** Sends a film to the pool. */
final class PoolUploadPanel extends Div {
    private final transient PoolDesk desk;
    private final transient Consumer<FileView> arrived;
    private final TextField folder = new TextField(t("Folder"));
    private final Button send = new Button(t("Send to the pool"), VaadinIcon.UPLOAD_ALT.create());
    private VideoUpload upload;

    PoolUploadPanel(PoolDesk desk, Consumer<FileView> arrived) {
        this.desk = desk;
        this.arrived = arrived;
        addClassNames("winslow-panel", "winslow-form");
        folder.setPlaceholder(t("None, or such as bridge/2026"));
        folder.setWidthFull();
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        upload = newUpload();
        add(new H2(t("Add a film")), upload, folder, send);
    }

    private VideoUpload newUpload() {
        VideoUpload fresh = desk.upload();
        fresh.onFailure(() -> send.setEnabled(true));
        return fresh;
    }

    private void send() {
        if (upload.chosen().isEmpty()) {
            Notices.refused(t("Choose a film first."));
            send.setEnabled(true);
            return;
        }
        upload.sendToPool(folder.getValue(), this::finish);
    }

    private void finish(FileView file) {
        VideoUpload next = newUpload();
        replace(upload, next);
        upload = next;
        send.setEnabled(true);
        arrived.accept(file);
    }
}
