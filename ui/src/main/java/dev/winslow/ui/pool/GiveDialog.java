package dev.winslow.ui.pool;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.shell.Notices;
import java.util.Optional;

/** Gives a file of the pool to a project. */
final class GiveDialog extends Dialog {
    GiveDialog(PoolDesk desk, FileView file, Command given) {
        setHeaderTitle(t("Give {0} to a project", file.path()));
        setWidth("min(480px, 94vw)");
        ComboBox<ProjectView> project = new ComboBox<>(t("Project"));
        project.setItems(desk.projects());
        project.setItemLabelGenerator(ProjectView::name);
        project.setWidthFull();
        project.setAutofocus(true);
        Button give = new Button(
                t("Give"),
                click -> Optional.ofNullable(project.getValue())
                        .ifPresentOrElse(
                                chosen -> {
                                    if (Notices.attempt(() -> desk.link(chosen.id(), file))) {
                                        Notices.done(t("{0} has {1}.", chosen.name(), file.path()));
                                        close();
                                        given.execute();
                                    }
                                },
                                () -> Notices.refused(t("Choose the project first."))));
        give.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(t("The project can start runs on it. Its bytes stay where they are.")), project);
        getFooter().add(new Button(t("Cancel"), click -> close()), give);
    }
}
