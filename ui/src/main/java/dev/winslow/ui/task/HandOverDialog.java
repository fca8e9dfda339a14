package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.language.CalendarTexts;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** Gives a task to a person, with a time and a word about it. */
final class HandOverDialog extends Dialog {
    private final transient TaskDesk desk;
    private final transient TaskView task;
    private final ComboBox<String> person = new ComboBox<>(t("Who does it"));
    private final DateTimePicker due = CalendarTexts.of(new DateTimePicker(t("Due")));
    private final TextArea comment = new TextArea(t("What they should know"));

    HandOverDialog(TaskDesk desk, TaskView task) {
        this.desk = desk;
        this.task = task;
        setHeaderTitle(t("Hand over: {0}", task.name()));
        setWidth("min(480px, 96vw)");
        person.setItems(desk.people());
        person.setAllowCustomValue(true);
        person.addCustomValueSetListener(
                typed -> person.setValue(typed.getDetail().strip()));
        person.setClearButtonVisible(true);
        person.setPlaceholder(t("Anybody"));
        person.setHelperText(t("A name; leave it empty, and anybody can do it."));
        task.assignee().ifPresent(person::setValue);
        task.dueAt().map(at -> LocalDateTime.ofInstant(at, Words.zone())).ifPresent(due::setValue);
        due.setDatePlaceholder(t("Day"));
        due.setTimePlaceholder(t("Time"));
        comment.setMaxLength(4000);
        Div fields = new Div(person, due, comment);
        fields.addClassName("winslow-form");
        add(fields);
        Button save = new Button(t("Save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("Cancel"), click -> close()), save);
    }

    private void save() {
        boolean done = Notices.attempt(() -> {
            Optional<Instant> at =
                    due.getOptionalValue().map(time -> time.atZone(Words.zone()).toInstant());
            if (!at.equals(task.dueAt())) {
                desk.due(task, at);
            }
            desk.assign(task, person.getOptionalValue().filter(name -> !name.isBlank()));
            if (!comment.getValue().isBlank()) {
                desk.comment(task, comment.getValue());
            }
        });
        if (done) {
            close();
            Notices.done(person.getOptionalValue()
                    .map(name -> t("{0} does \"{1}\".", name, task.name()))
                    .orElseGet(() -> t("Anybody can do \"{0}\".", task.name())));
        }
    }
}
