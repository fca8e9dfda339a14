package dev.winslow.ui.artifact;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.ui.shell.Pages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files to look at and to save, such as those that an attempt left. */
public final class FilesDialog extends Dialog {
    public FilesDialog(String title, List<FileView> files) {
        setHeaderTitle(title);
        setWidth("min(1200px, 96vw)");
        if (files.isEmpty()) {
            add(Pages.empty("No files", "It has left none, or they were cleaned up."));
        } else {
            FileBrowser browser = new FileBrowser();
            browser.show(groups(files));
            add(browser);
        }
        getFooter().add(new Button("Close", click -> close()));
    }

    private static Map<String, List<FileView>> groups(List<FileView> files) {
        Map<String, List<FileView>> groups = new LinkedHashMap<>();
        groups.put("Results", in(files, Area.OUTPUT));
        groups.put("Handed on to the next step", in(files, Area.WORKSPACE));
        return groups;
    }

    private static List<FileView> in(List<FileView> files, Area area) {
        return files.stream().filter(file -> file.area() == area).toList();
    }
}
