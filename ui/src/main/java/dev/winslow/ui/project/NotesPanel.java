package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.winslow.api.project.NotesView;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Notes and what is to do, side by side. */
final class NotesPanel extends Div {
    private final transient NotesDesk desk;
    private final TodoPanel todo;
    private final TextArea text = new TextArea();
    private final Span about = new Span();
    private final Button save = new Button(t("Save"), click -> save());
    private UUID project = new UUID(0, 0);
    private transient Optional<Instant> seen = Optional.empty();
    private String saved = "";

    NotesPanel(NotesDesk desk) {
        this.desk = desk;
        addClassName("winslow-notes");
        todo = new TodoPanel(desk);
        text.setAriaLabel(t("Notes"));
        text.setPlaceholder(
                t("What others should know: where and when the film was taken, what was odd, what was tried."));
        text.setMinRows(8);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.addValueChangeListener(change -> save.setEnabled(!text.getValue().equals(saved)));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setEnabled(false);
        about.addClassName("winslow-secondary");
        Div bar = new Div(save, about);
        bar.addClassName("winslow-bar");
        Div notes = new Div(new H2(t("Notes")), text, bar);
        notes.addClassName("winslow-panel");
        add(notes, todo);
    }

    /** What the person is writing stays; that somebody else has changed it meanwhile is said when it is saved. */
    void show(UUID id, boolean mayChange) {
        todo.show(id, mayChange);
        text.setReadOnly(!mayChange);
        save.setVisible(mayChange);
        boolean writing = id.equals(project) && !text.getValue().equals(saved);
        project = id;
        if (!writing) {
            take(desk.notes(id));
        }
    }

    private void take(NotesView notes) {
        saved = notes.text();
        seen = notes.changedAt();
        text.setValue(notes.text());
        save.setEnabled(false);
        about.setText(notes.changedAt()
                .map(at -> t("Changed by {0}, {1}", notes.changedBy().orElseGet(() -> t("somebody")), Words.time(at)))
                .orElse(""));
    }

    private void save() {
        if (Notices.attempt(() -> take(desk.write(project, text.getValue(), seen)))) {
            Notices.done(t("The notes are saved."));
        }
    }
}
