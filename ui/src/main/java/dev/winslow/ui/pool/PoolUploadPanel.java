package dev.winslow.ui.pool;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.artifact.FileView;
import dev.winslow.engine.artifact.Pool;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.shell.Notices;
import java.util.function.BiConsumer;

/** Sends a film to the pool. */
final class PoolUploadPanel extends Div {
    private final transient PoolDesk desk;
    private final transient BiConsumer<FileView, Boolean> arrived;
    private final TextField folder = new TextField(t("Folder"));
    private final Button send = new Button(t("Send to the pool"), VaadinIcon.UPLOAD_ALT.create());
    private VideoUpload upload;
    private transient PoolFolder shown = PoolFolder.TOP;
    private transient PoolFolder sentFrom = PoolFolder.TOP;

    /** @param arrived is told of what has come, and whether the person still looks into the folder where they sent it */
    PoolUploadPanel(PoolDesk desk, BiConsumer<FileView, Boolean> arrived) {
        this.desk = desk;
        this.arrived = arrived;
        addClassNames("winslow-panel", "winslow-form");
        folder.setPlaceholder(t("None, or such as bridge/2026"));
        folder.setWidthFull();
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        upload = newUpload();
        Paragraph elsewhere = new Paragraph(t(
                "Any S3 client can put films into the bucket {0}, too; they appear here about a minute later.",
                Pool.BUCKET));
        elsewhere.addClassName("winslow-secondary");
        add(new H2(t("Add a film")), upload, folder, send, elsewhere);
    }

    /** The folder that the person looks into, which what they send next goes to unless they say otherwise. */
    void show(PoolFolder looked) {
        shown = looked;
        folder.setValue(looked.path());
    }

    private VideoUpload newUpload() {
        VideoUpload fresh = desk.upload();
        fresh.onFailure(() -> send.setEnabled(true));
        fresh.offerToGoOnInPool(() -> {
            send.setEnabled(false);
            send();
        });
        return fresh;
    }

    private void send() {
        if (upload.chosen().isEmpty()) {
            Notices.refused(t("Choose a film first."));
            send.setEnabled(true);
            return;
        }
        sentFrom = shown;
        upload.sendToPool(into().path(), this::finish);
    }

    private PoolFolder into() {
        return folder.getValue().equals(shown.path()) ? shown : PoolFolder.typed(folder.getValue());
    }

    private void finish(FileView file) {
        VideoUpload next = newUpload();
        replace(upload, next);
        upload = next;
        send.setEnabled(true);
        arrived.accept(file, sentFrom.equals(shown));
    }
}
