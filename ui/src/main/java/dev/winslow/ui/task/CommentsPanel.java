package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.winslow.api.task.TaskComment;
import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Words;
import java.util.List;

/** What people have written about a step, and a place to add to it. */
final class CommentsPanel extends Div {
    private final transient TaskDesk desk;
    private final transient TaskView task;
    private final UnorderedList list = new UnorderedList();
    private final TextArea text = new TextArea();
    private final Button send = new Button(t("Comment"), click -> send());
    private transient List<TaskComment> shown = List.of();

    CommentsPanel(TaskDesk desk, TaskView task) {
        this.desk = desk;
        this.task = task;
        addClassNames("winslow-panel", "winslow-comments");
        text.setAriaLabel(t("A comment"));
        text.setPlaceholder(t("Write a comment: what others should know, what was odd"));
        text.setMaxLength(4000);
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.addValueChangeListener(change -> send.setEnabled(!text.getValue().isBlank()));
        text.setWidthFull();
        send.setEnabled(false);
        send.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(text);
        Div form = new Div(text, send);
        form.addClassName("winslow-bar");
        add(new H2(t("Comments")), list, form);
        refresh();
    }

    void refresh() {
        List<TaskComment> now = desk.comments(task);
        if (!now.equals(shown)) {
            shown = now;
            list.removeAll();
            now.forEach(comment -> list.add(row(comment)));
        }
        list.setVisible(!now.isEmpty());
    }

    private void send() {
        if (Notices.attempt(() -> desk.comment(task, text.getValue()))) {
            text.clear();
            refresh();
        }
    }

    private static ListItem row(TaskComment comment) {
        Span who = new Span(comment.writtenBy());
        who.addClassName("winslow-strong");
        Span when = new Span(Words.time(comment.writtenAt()));
        when.addClassName("winslow-secondary");
        return new ListItem(new Div(who, when), new Paragraph(comment.text()));
    }
}
