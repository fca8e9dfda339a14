package dev.winslow.ui.study;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.study.Parameter;
import dev.winslow.api.study.StartStudy;
import dev.winslow.ui.shell.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Asks which variables a study varies, and over which values. */
final class StudyDialog extends Dialog {
    private final transient StudyDesk desk;
    private final transient ProjectView project;
    private final transient Consumer<UUID> started;
    private final transient List<String> known;
    private final TextField name = new TextField(t("Name of the study"));
    private final Div rows = new Div();
    private final transient List<Row> parameters = new ArrayList<>();

    private record Row(ComboBox<String> variable, TextField values) {
        boolean isEmpty() {
            return variable.isEmpty() || values.isEmpty();
        }

        Parameter parameter() {
            return new Parameter(variable.getValue().strip(), values.getValue().strip());
        }
    }

    StudyDialog(StudyDesk desk, ProjectView project, Consumer<UUID> started) {
        this.desk = desk;
        this.project = project;
        this.started = started;
        known = desk.variables(project);
        setHeaderTitle(t("Start a study"));
        setWidth("min(640px, 96vw)");
        name.setMaxLength(200);
        rows.addClassName("winslow-form");
        Button more = new Button(t("One more variable"), VaadinIcon.PLUS.create(), click -> addRow());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        Paragraph about = new Paragraph(t("All combinations run at once, beside the project's own run."));
        about.addClassName("winslow-secondary");
        Div form = new Div(about, rows, more, name);
        form.addClassName("winslow-form");
        add(form);
        addRow();
        Button go = new Button(t("Start"), VaadinIcon.PLAY.create(), click -> go());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("Cancel"), click -> close()), go);
    }

    private void addRow() {
        ComboBox<String> variable = new ComboBox<>(t("Variable {0}", parameters.size() + 1));
        variable.setItems(known);
        variable.setAllowCustomValue(true);
        variable.addCustomValueSetListener(
                typed -> variable.setValue(typed.getDetail().strip()));
        TextField values = new TextField(t("Its values"));
        values.setHelperText(t("Such as 1..5 or 0.1..0.9:0.2 or a,b,c"));
        Div row = new Div(variable, values);
        row.addClassName("winslow-study-row");
        rows.add(row);
        parameters.add(new Row(variable, values));
    }

    private void go() {
        List<Parameter> chosen = parameters.stream()
                .filter(row -> !row.isEmpty())
                .map(Row::parameter)
                .toList();
        if (chosen.isEmpty()) {
            Notices.refused(t("Name at least one variable with its values."));
            return;
        }
        StartStudy request = new StartStudy(
                name.getOptionalValue(), chosen, Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
        Notices.ask(() -> desk.start(project.id(), request)).ifPresent(study -> {
            close();
            Notices.done(t("The study has started."));
            started.accept(study);
        });
    }
}
