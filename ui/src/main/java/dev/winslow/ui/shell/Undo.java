package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.Command;

/** Tells what was done, and takes it back if the person wants that: better than to ask before. */
public final class Undo {
    private static final int LONG_ENOUGH_TO_THINK_MILLIS = 10_000;

    private Undo() {}

    public static void offer(String words, Command takeBack) {
        Notification notice = new Notification();
        notice.setDuration(LONG_ENOUGH_TO_THINK_MILLIS);
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.setAssertive(true);
        Button undo = new Button(t("Undo"), click -> {
            notice.close();
            takeBack.execute();
        });
        undo.addThemeVariants(ButtonVariant.TERTIARY);
        Div line = new Div(new Span(words), undo);
        line.addClassName("winslow-undo");
        notice.add(line);
        notice.open();
    }
}
