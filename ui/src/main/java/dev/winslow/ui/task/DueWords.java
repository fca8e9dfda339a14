package dev.winslow.ui.task;

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
                return new DueWords("Overdue by " + rough(left.negated()), "winslow-overdue");
            }
            return new DueWords(
                    "Due in " + rough(left), left.compareTo(SOON) < 0 ? "winslow-due-soon" : "winslow-due-later");
        });
    }

    /** Days where there are any, which say enough. */
    static String rough(Duration duration) {
        long days = duration.toDays();
        return days >= 2 ? days + " days" : Words.duration(duration);
    }
}
