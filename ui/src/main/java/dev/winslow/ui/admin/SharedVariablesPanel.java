package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.variable.VariableView;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Rows;
import java.util.List;
import java.util.Optional;

/** Variables that the stages of all projects see. */
final class SharedVariablesPanel extends Div {
    private final transient AdminDesk desk;
    private final Rows rows = new Rows(t("Variables of all projects"));
    private final Div empty = new Div();

    SharedVariablesPanel(AdminDesk desk) {
        this.desk = desk;
        addClassName("winslow-area");
        Paragraph about = new Paragraph(
                t(
                        "Stages of all projects see them, where no pipeline, project or run sets the same name. Changes are for stages that start from now on."));
        about.addClassName("winslow-secondary");
        Button set = new Button(t("Set a variable"), VaadinIcon.PLUS.create(), click -> edit(Optional.empty()));
        set.addThemeVariants(ButtonVariant.PRIMARY);
        Div space = new Div();
        space.addClassName("winslow-space");
        Div bar = new Div(about, space, set);
        bar.addClassName("winslow-head");
        Div panel = Pages.panel(rows, empty);
        panel.addClassName("winslow-flush");
        add(bar, panel);
        refresh();
    }

    private void refresh() {
        List<VariableView> variables = desk.variables().global().views();
        rows.removeAll();
        empty.removeAll();
        for (VariableView variable : variables) {
            rows.add(
                    (variable.secret() ? VaadinIcon.LOCK : VaadinIcon.CURLY_BRACKETS).create(),
                    variable.name(),
                    variable.value().orElseGet(() -> t("secret")),
                    button(t("Change"), variable, () -> edit(Optional.of(variable))),
                    button(t("Unset"), variable, () -> unset(variable)));
        }
        if (variables.isEmpty()) {
            empty.add(Pages.empty(
                    t("No variables"),
                    t("Set one that all projects are to see, such as the name of a licence server.")));
        }
    }

    private void edit(Optional<VariableView> variable) {
        new SharedVariableDialog(desk, variable, this::refresh).open();
    }

    private void unset(VariableView variable) {
        if (Notices.attempt(() -> desk.variables().removeGlobal(variable.name()))) {
            Notices.done(t("{0} is no longer set for all projects.", variable.name()));
        }
        refresh();
    }

    private static Button button(String words, VariableView variable, Runnable act) {
        Button button = new Button(words, click -> act.run());
        button.setAriaLabel(words + " " + variable.name());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
