package dev.winslow.ui.task;

import static dev.winslow.ui.language.Texts.later;
import static dev.winslow.ui.language.Texts.t;

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
    URGENCY(later("When due")),
    KIND(later("What is asked")),
    PROJECT(later("Project")),
    PERSON(later("Who does it"));

    private static final Duration SOON = Duration.ofHours(24);
    private static final Duration LONG = Duration.ofDays(2);
    private static final Comparator<TaskView> FIRST_DUE = Comparator.comparing(
                    (TaskView task) -> task.dueAt().orElse(Instant.MAX))
            .thenComparing(TaskView::createdAt);

    private static final List<String> URGENCIES = List.of(
            later("Overdue"),
            later("Due within a day"),
            later("Due later"),
            later("Waiting for more than two days"),
            later("Waiting"));

    private final String words;

    InboxGroup(String words) {
        this.words = words;
    }

    String words() {
        return t(words);
    }

    /** By title, what is most urgent first. */
    Map<String, List<TaskView>> of(List<TaskView> tasks, Instant now) {
        Map<String, List<TaskView>> sorted = tasks.stream()
                .sorted(FIRST_DUE)
                .collect(Collectors.groupingBy(task -> key(task, now), TreeMap::new, Collectors.toList()));
        Map<String, List<TaskView>> titled = new LinkedHashMap<>();
        sorted.forEach(
                (key, group) -> titled.put(this == URGENCY ? t(URGENCIES.get(Integer.parseInt(key))) : key, group));
        return titled;
    }

    private String key(TaskView task, Instant now) {
        return switch (this) {
            case URGENCY -> urgency(task, now);
            case KIND -> kind(task.form());
            case PROJECT -> task.projectName();
            case PERSON -> task.assignee().orElseGet(() -> t("Nobody yet"));
        };
    }

    /** By number, which puts them in order. */
    private static String urgency(TaskView task, Instant now) {
        return task.dueAt()
                .map(due -> {
                    if (due.isBefore(now)) {
                        return "0";
                    }
                    return due.isBefore(now.plus(SOON)) ? "1" : "2";
                })
                .orElseGet(() -> task.createdAt().plus(LONG).isBefore(now) ? "3" : "4");
    }

    static String kind(TaskForm form) {
        return switch (form) {
            case REFERENCE_POINTS -> t("Reference points");
            case REVIEW -> t("Review");
            case FORM -> t("Form");
            case VARIABLES -> t("Missing variable");
        };
    }
}
