package dev.winslow.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Building blocks that all pages look alike by. */
public final class Pages {
    private Pages() {}

    /** The title of a page, and to its right what one can do there. */
    public static Div head(String title, Component... actions) {
        Div space = new Div();
        space.addClassName("winslow-space");
        Div head = new Div(new H1(title), space);
        head.add(actions);
        head.addClassName("winslow-head");
        return head;
    }

    public static Div panel(Component... content) {
        Div panel = new Div(content);
        panel.addClassName("winslow-panel");
        return panel;
    }

    /** What an empty place says: why it is empty, and what to do first. */
    public static Div empty(String title, String advice, Component... actions) {
        Div empty = new Div(new H2(title), new Paragraph(advice));
        empty.add(actions);
        empty.addClassName("winslow-empty");
        return empty;
    }
}
