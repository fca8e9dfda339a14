package dev.winslow.ui.run;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.artifact.AddedFile;
import dev.winslow.api.run.RunView;
import dev.winslow.api.run.StepView;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.UUID;

/** Takes files for the workspace of a step that waits, and shows those that people have added. */
final class AddFilesDialog extends Dialog {
    private final transient StepFilesDesk desk;
    private final UUID run;
    private final String step;
    private final Div list = new Div();

    AddFilesDialog(StepFilesDesk desk, RunView run, StepView step) {
        this.desk = desk;
        this.run = run.id();
        this.step = step.id();
        setHeaderTitle(t("Add files to \"{0}\"", step.name()));
        setWidth("min(620px, 96vw)");
        // A click beside it would break off what is being sent.
        setCloseOnOutsideClick(false);
        VideoUpload upload = desk.upload(this.run, this.step, file -> show());
        TextField folder = new TextField(t("Folder of the workspace"));
        folder.setHelperText(t("Empty for the workspace itself."));
        folder.setWidthFull();
        folder.addValueChangeListener(change -> upload.into(change.getValue().strip()));
        Div content = new Div(
                new Paragraph(
                        t(
                                "The next attempt finds them in its workspace, beside what the steps before it left. A file of the same name takes its place.")),
                folder,
                upload,
                list);
        content.addClassName("winslow-form");
        add(content);
        getFooter().add(new Button(t("Close"), click -> close()));
        show();
    }

    private void show() {
        list.removeAll();
        List<AddedFile> added = desk.list(run, step);
        if (added.isEmpty()) {
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("winslow-list");
        added.forEach(each -> rows.add(row(each)));
        list.add(new H3(t("Added for the next attempt")), rows);
    }

    private ListItem row(AddedFile added) {
        Span about = new Span(Words.size(added.file().size()) + ", " + added.addedBy() + ", "
                + Words.time(added.file().createdAt()));
        about.addClassName("winslow-secondary");
        Div words = new Div(new Span(added.file().path()), about);
        words.addClassName("winslow-added-file");
        Button remove = new Button(VaadinIcon.TRASH.create(), click -> remove(added));
        remove.setAriaLabel(t("Remove {0}", added.file().path()));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        return new ListItem(words, remove);
    }

    private void remove(AddedFile added) {
        if (Notices.attempt(() -> desk.remove(run, step, added))) {
            Notices.done(t("{0} is removed.", added.file().path()));
        }
        show();
    }
}
