package dev.winslow.ui.pool;

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
        setHeaderTitle("Give " + file.path() + " to a project");
        setWidth("min(480px, 94vw)");
        ComboBox<ProjectView> project = new ComboBox<>("Project");
        project.setItems(desk.projects());
        project.setItemLabelGenerator(ProjectView::name);
        project.setWidthFull();
        project.setAutofocus(true);
        Button give = new Button(
                "Give",
                click -> Optional.ofNullable(project.getValue())
                        .ifPresentOrElse(
                                chosen -> {
                                    if (Notices.attempt(() -> desk.link(chosen.id(), file))) {
                                        Notices.done(chosen.name() + " has " + file.path() + ".");
                                        close();
                                        given.execute();
                                    }
                                },
                                () -> Notices.refused("Choose the project first.")));
        give.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph("The project can start runs on it. Its bytes stay where they are."), project);
        getFooter().add(new Button("Cancel", click -> close()), give);
    }
}
