package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import dev.winslow.api.project.TodoItem;
import dev.winslow.ui.shell.Notices;
import java.util.List;
import java.util.UUID;

/** What is to do in a project. */
final class TodoPanel extends Div {
    private final transient NotesDesk desk;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(t("Nothing yet."));
    private final TextField text = new TextField();
    private final Div bar = new Div();
    private boolean changeable = true;
    private UUID project = new UUID(0, 0);
    private transient List<TodoItem> shown = List.of();

    TodoPanel(NotesDesk desk) {
        this.desk = desk;
        addClassNames("winslow-panel", "winslow-todo");
        none.addClassName("winslow-secondary");
        text.setPlaceholder(t("What is to do"));
        text.setAriaLabel(t("What is to do"));
        text.setMaxLength(1000);
        text.addKeyDownListener(Key.ENTER, press -> add());
        Button add = new Button(t("Add"), click -> add());
        bar.add(text, add);
        bar.addClassName("winslow-bar");
        add(new H2(t("To do")), list, none, bar);
    }

    void show(UUID id, boolean mayChange) {
        if (mayChange != changeable) {
            changeable = mayChange;
            shown = List.of();
        }
        bar.setVisible(mayChange);
        show(id);
    }

    private void show(UUID id) {
        project = id;
        List<TodoItem> now = desk.todo(id);
        none.setVisible(now.isEmpty());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        list.removeAll();
        now.forEach(item -> list.add(row(item)));
    }

    private void add() {
        if (!text.getValue().isBlank() && attempt(() -> desk.add(project, text.getValue()))) {
            text.clear();
            text.focus();
        }
    }

    private ListItem row(TodoItem item) {
        Checkbox tick = new Checkbox(item.text(), item.done());
        tick.addValueChangeListener(change -> attempt(() -> desk.tick(project, item, change.getValue())));
        tick.setTooltipText(
                (item.done() ? t("Ticked off by {0}", item.changedBy()) : t("Noted by {0}", item.createdBy())));
        Button up = button(VaadinIcon.ARROW_UP, t("Further up: {0}", item.text()));
        int place = shown.indexOf(item);
        up.setEnabled(place > 0);
        up.addClickListener(click -> attempt(() -> desk.move(project, item, place - 1)));
        Button remove = button(VaadinIcon.CLOSE_SMALL, t("Remove: {0}", item.text()));
        remove.addClickListener(click -> attempt(() -> desk.remove(project, item)));
        tick.setReadOnly(!changeable);
        up.setVisible(changeable);
        remove.setVisible(changeable);
        ListItem row = new ListItem(tick, up, remove);
        row.setClassName("winslow-done", item.done());
        return row;
    }

    private static Button button(VaadinIcon icon, String label) {
        Button button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(label);
        button.setTooltipText(label.substring(0, label.indexOf(':')));
        return button;
    }

    private boolean attempt(Command command) {
        boolean done = Notices.attempt(command);
        show(project);
        return done;
    }
}
