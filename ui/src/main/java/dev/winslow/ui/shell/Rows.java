package dev.winslow.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** A list of things with what they are, what is known of them, and what can be done: in a row, or on a narrow screen below each other. */
public final class Rows extends UnorderedList {
    public Rows(String what) {
        addClassName("winslow-rows");
        getElement().setAttribute("aria-label", what);
    }

    public void add(Component sign, String name, String about, Component... rest) {
        add(sign, name, List.of(about), rest);
    }

    /** @param about each in a line of its own */
    public void add(Component sign, String name, List<String> about, Component... rest) {
        add(row(sign, name, about, rest));
    }

    public static ListItem row(Component sign, String name, List<String> about, Component... rest) {
        Span title = new Span(name);
        title.addClassName("winslow-strong");
        Div words = new Div(title);
        about.forEach(line -> {
            Span below = new Span(line);
            below.addClassName("winslow-secondary");
            words.add(below);
        });
        words.addClassName("winslow-row-words");
        Div actions = new Div(rest);
        actions.addClassName("winslow-row-rest");
        return new ListItem(sign, words, actions);
    }

    public static Avatar avatar(String name) {
        Avatar avatar = new Avatar(name);
        avatar.getElement().setAttribute("aria-hidden", "true");
        return avatar;
    }

    /** Marks the last one as something that is over or not in force. */
    public void dim() {
        getChildren().reduce((first, second) -> second).ifPresent(last -> last.addClassName("winslow-dim"));
    }
}
