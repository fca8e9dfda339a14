package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.task.PointTemplate;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import java.util.List;

/** Points of places: takes those of an earlier film, or keeps these for later ones. */
final class TemplatesDialog extends Dialog {
    private final transient TaskDesk desk;
    private final FrameAnnotator annotator;
    private final Div list = new Div();
    private final TextField name = new TextField(t("Keep these points as"));

    TemplatesDialog(TaskDesk desk, FrameAnnotator annotator, String suggestedName) {
        this.desk = desk;
        this.annotator = annotator;
        setHeaderTitle(t("Points of a place"));
        setWidth("min(560px, 96vw)");
        name.setValue(suggestedName);
        name.setMaxLength(200);
        name.setHelperText(t("The name of the place; one of the same name is replaced."));
        name.setWidthFull();
        Button save = new Button(t("Save"), VaadinIcon.DOWNLOAD_ALT.create(), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(name, save);
        form.addClassName("winslow-form");
        Div content = new Div(list, form);
        content.addClassName("winslow-form");
        add(content);
        getFooter().add(new Button(t("Close"), click -> close()));
        show();
    }

    private void show() {
        list.removeAll();
        List<PointTemplate> templates = desk.templates();
        if (templates.isEmpty()) {
            list.add(Pages.empty(
                    t("No place is kept yet"),
                    t("Save the points of this one, and the next film of it begins with them.")));
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("winslow-list");
        templates.forEach(template -> rows.add(row(template)));
        list.add(rows);
    }

    private ListItem row(PointTemplate template) {
        Span about = new Span(template.savedBy() + ", " + Words.time(template.savedAt()));
        about.addClassName("winslow-secondary");
        Div words = new Div(new Span(template.name()), about);
        words.addClassName("winslow-template");
        Button use = new Button(t("Use"), click -> {
            annotator.replace(template.content());
            close();
            Notices.done(t(
                    "The points of {0} lie in this frame: move them to where they belong. Ctrl+Z takes it back.",
                    template.name()));
        });
        use.setAriaLabel(t("Use {0}", template.name()));
        Button remove = new Button(VaadinIcon.TRASH.create(), click -> remove(template));
        remove.setAriaLabel(t("Delete {0}", template.name()));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        return new ListItem(words, new Div(use, remove));
    }

    private void save() {
        if (Notices.attempt(() -> desk.keep(name.getValue(), annotator.value()))) {
            Notices.done(t("Kept as {0}.", name.getValue()));
            show();
        }
    }

    private void remove(PointTemplate template) {
        desk.forget(template);
        show();
        Notices.done(t("{0} is deleted.", template.name()));
    }
}
