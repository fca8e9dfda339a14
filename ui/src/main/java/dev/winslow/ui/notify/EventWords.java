package dev.winslow.ui.notify;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.history.EventKind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody can be told of, in words. */
final class EventWords {
    private EventWords() {}

    /** All that a rule can tell. */
    static List<EventKind> all() {
        return Stream.of(EventKind.values())
                .filter(kind -> !kind.administrative())
                .toList();
    }

    static String of(Collection<EventKind> kinds) {
        return kinds.stream()
                .filter(kind -> !kind.administrative())
                .sorted()
                .map(EventWords::of)
                .collect(Collectors.joining(", "));
    }

    static String of(EventKind kind) {
        return switch (kind) {
            case PROJECT_CREATED -> t("project made");
            case PROJECT_RENAMED -> t("project renamed");
            case PIPELINE_CHANGED -> t("pipeline of the project changed");
            case TAGS_CHANGED -> t("tags changed");
            case OWNER_CHANGED -> t("owner changed");
            case ACCESS_CHANGED -> t("access changed");
            case PRIORITY_CHANGED -> t("priority changed");
            case NOTES_CHANGED -> t("notes changed");
            case PROJECT_DELETED -> t("project deleted");
            case TODO_ADDED, TODO_CHANGED, TODO_DONE, TODO_REOPENED, TODO_REMOVED -> ofTodo(kind);
            case FILE_UPLOADED -> t("file uploaded");
            case FILE_LINKED -> t("file taken from the pool");
            case FILE_REMOVED -> t("file removed");
            case FILE_ADDED -> t("file added to a step");
            case FILE_TAKEN_OUT -> t("file taken out of a step");
            case VARIABLE_CHANGED -> t("variable changed");
            case VARIABLE_REMOVED -> t("variable removed");
            case TASK_OPENED -> t("a task waits");
            case TASK_ANSWERED -> t("task answered");
            case TASK_ASSIGNED -> t("task handed over");
            case TASK_COMMENTED -> t("task commented on");
            case TRIGGER_REFUSED -> t("trigger started nothing");
            case TRIGGER_MISSED -> t("trigger missed");
            default -> ofRun(kind);
        };
    }

    private static String ofTodo(EventKind kind) {
        return switch (kind) {
            case TODO_ADDED -> t("to-do added");
            case TODO_CHANGED -> t("to-do changed");
            case TODO_DONE -> t("to-do done");
            case TODO_REOPENED -> t("to-do opened again");
            default -> t("to-do removed");
        };
    }

    private static String ofRun(EventKind kind) {
        return switch (kind) {
            case RUN_STARTED -> t("run started");
            case STUDY_STARTED -> t("study started");
            case STUDY_CANCELLED -> t("study ended");
            case PAUSE_PLANNED -> t("pause planned");
            case RUN_PAUSED -> t("run paused");
            case RUN_RESUMED -> t("run resumed");
            case RUN_JUMPED -> t("run sent elsewhere");
            case RUN_MIGRATED -> t("run taken to another version");
            case STEP_SKIPPED -> t("step skipped");
            case STEP_RETRIED -> t("step queued again");
            case RUN_FAILED -> t("run failed");
            case RUN_SUCCEEDED -> t("run succeeded");
            case RUN_CANCELLED -> t("run ended by somebody");
            case ATTEMPT_STARTED -> t("attempt started");
            case ATTEMPT_REUSED -> t("result taken over");
            case ABORT_REQUESTED -> t("abort asked for");
            case ATTEMPT_ENDED -> t("attempt ended");
            default -> throw new IllegalArgumentException("No rule tells of " + kind);
        };
    }
}
