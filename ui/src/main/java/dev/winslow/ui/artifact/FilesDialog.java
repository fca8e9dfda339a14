package dev.winslow.ui.artifact;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.ui.shell.Pages;
import java.util.List;
import java.util.UUID;

/** What an attempt left, to look at and to save. */
public final class FilesDialog extends Dialog {
    public FilesDialog(String title, UUID attempt, List<FileView> files) {
        setHeaderTitle(title);
        setWidth("min(1200px, 96vw)");
        if (files.isEmpty()) {
            add(Pages.empty(t("No files"), t("It has left none, or they were cleaned up.")));
        } else {
            FileBrowser browser = new FileBrowser();
            browser.show(List.of(
                    group(t("Results"), attempt, Area.OUTPUT, files),
                    group(t("Handed on to the next step"), attempt, Area.WORKSPACE, files)));
            add(browser);
        }
        getFooter().add(new Button(t("Close"), click -> close()));
    }

    private static FileGroup group(String title, UUID attempt, Area area, List<FileView> files) {
        return new FileGroup(
                title, files.stream().filter(file -> file.area() == area).toList(), FileAddress.archive(attempt, area));
    }
}
