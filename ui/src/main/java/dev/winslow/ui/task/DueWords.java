package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.task.TaskView;
import dev.winslow.ui.shell.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a task is due, as people say it. */
record DueWords(String words, String className) {
    private static final Duration SOON = Duration.ofHours(24);

    static Optional<DueWords> of(TaskView task, Instant now) {
        return task.dueAt().map(due -> {
            Duration left = Duration.between(now, due);
            if (left.isNegative()) {
                return new DueWords(t("Overdue by {0}", rough(left.negated())), "winslow-overdue");
            }
            return new DueWords(
                    t("Due in {0}", rough(left)), left.compareTo(SOON) < 0 ? "winslow-due-soon" : "winslow-due-later");
        });
    }

    /** In the unit that says enough: nobody counts the seconds. */
    static String rough(Duration duration) {
        long days = duration.toDays();
        if (days >= 2) {
            return t("{0} days", days);
        }
        return duration.toHours() < 1 ? t("{0} min", Math.max(1, duration.toMinutes())) : Words.duration(duration);
    }
}
