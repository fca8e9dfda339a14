package dev.winslow.ui.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.Command;
import dev.winslow.engine.problem.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells a person what came of what they did. */
public final class Notices {
    private static final int LONG_ENOUGH_TO_READ_MILLIS = 9000;

    private Notices() {}

    public static void done(String words) {
        Notification.show(words, 4000, Notification.Position.BOTTOM_START);
    }

    public static void refused(String words) {
        Notification notice = Notification.show(words, LONG_ENOUGH_TO_READ_MILLIS, Notification.Position.BOTTOM_START);
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.setAssertive(true);
    }

    /** Does it, and shows a refusal as a sentence with what to do. True if it was done. */
    public static boolean attempt(Command command) {
        try {
            command.execute();
            return true;
        } catch (ProblemException problem) {
            refused(sentence(problem));
            return false;
        }
    }

    /** As {@link #attempt}, of something that gives an answer. */
    public static <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ProblemException problem) {
            refused(sentence(problem));
            return Optional.empty();
        }
    }

    public static String sentence(ProblemException problem) {
        return problem.detail() + " " + problem.remedy() + " " + String.join(" ", problem.errors());
    }
}
