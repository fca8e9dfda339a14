package dev.winslow.ui.task;

import dev.winslow.api.task.TaskForm;
import dev.winslow.api.task.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the inbox can be put together. */
enum InboxGroup {
    URGENCY("When due"),
    KIND("What is asked"),
    PROJECT("Project"),
    PERSON("Who does it");

    private static final Duration SOON = Duration.ofHours(24);
    private static final Duration LONG = Duration.ofDays(2);
    private static final Comparator<TaskView> FIRST_DUE = Comparator.comparing(
                    (TaskView task) -> task.dueAt().orElse(Instant.MAX))
            .thenComparing(TaskView::createdAt);

    private final String words;

    InboxGroup(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** By title, what is most urgent first. */
    Map<String, List<TaskView>> of(List<TaskView> tasks, Instant now) {
        Map<String, List<TaskView>> sorted = tasks.stream()
                .sorted(FIRST_DUE)
                .collect(Collectors.groupingBy(task -> key(task, now), TreeMap::new, Collectors.toList()));
        Map<String, List<TaskView>> titled = new LinkedHashMap<>();
        sorted.forEach((key, group) -> titled.put(this == URGENCY ? key.substring(1) : key, group));
        return titled;
    }

    private String key(TaskView task, Instant now) {
        return switch (this) {
            case URGENCY -> urgency(task, now);
            case KIND -> kind(task.form());
            case PROJECT -> task.projectName();
            case PERSON -> task.assignee().orElse("Nobody yet");
        };
    }

    /** The number puts them in order. */
    private static String urgency(TaskView task, Instant now) {
        return task.dueAt()
                .map(due -> {
                    if (due.isBefore(now)) {
                        return "0Overdue";
                    }
                    return due.isBefore(now.plus(SOON)) ? "1Due within a day" : "2Due later";
                })
                .orElseGet(() ->
                        task.createdAt().plus(LONG).isBefore(now) ? "3Waiting for more than two days" : "4Waiting");
    }

    static String kind(TaskForm form) {
        return switch (form) {
            case REFERENCE_POINTS -> "Reference points";
            case REVIEW -> "Review";
            case FORM -> "Form";
            case VARIABLES -> "Missing variable";
        };
    }
}
