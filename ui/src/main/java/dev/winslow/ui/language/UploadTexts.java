package dev.winslow.ui.language;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;

/** The words of an upload, in the person's language. */
public final class UploadTexts {
    private UploadTexts() {}

    public static Upload of(Upload upload) {
        UploadI18N words = new UploadI18N();
        words.setDropFiles(
                new UploadI18N.DropFiles().setOne(t("Drop a file here")).setMany(t("Drop files here")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(t("One file at a time."))
                .setFileIsTooBig(t("The file is too large."))
                .setIncorrectFileType(t("This kind of file cannot be read here.")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(t("Connecting …"))
                        .setStalled(t("Stands still"))
                        .setProcessing(t("Is read …"))
                        .setHeld(t("Waits")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(t("time left: "))
                        .setUnknown(t("time left is not known")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(t("The server does not answer. Try again later."))
                        .setUnexpectedServerError(t("The server could not take the file."))
                        .setForbidden(t("This is not allowed."))));
        words.setFile(new UploadI18N.File()
                .setRetry(t("Try again"))
                .setStart(t("Start"))
                .setRemove(t("Remove")));
        upload.setI18n(words);
        return upload;
    }
}
