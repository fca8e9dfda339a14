package dev.winslow.engine.history;

import dev.winslow.api.history.EventKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says in a sentence what happened. */
final class EventText {
    private final Map<String, String> details;

    private EventText(Map<String, String> details) {
        this.details = details;
    }

    static String of(EventKind kind, Map<String, String> details) {
        return new EventText(details).of(kind);
    }

    private String of(EventKind kind) {
        return switch (kind) {
            case PROJECT_CREATED,
                    PROJECT_RENAMED,
                    PIPELINE_CHANGED,
                    TAGS_CHANGED,
                    OWNER_CHANGED,
                    ACCESS_CHANGED,
                    PROJECT_DELETED -> ofProject(kind);
            case NOTES_CHANGED, TODO_ADDED, TODO_CHANGED, TODO_DONE, TODO_REOPENED, TODO_REMOVED -> ofNotes(kind);
            case FILE_UPLOADED -> "uploaded " + a("path");
            case FILE_REMOVED -> "removed " + a("path");
            case FILE_LINKED -> "took " + a("path") + " from the pool";
            case FILE_ADDED -> "added " + a("path") + " to the workspace of " + quoted("step");
            case FILE_TAKEN_OUT -> "took " + a("path") + " out of the workspace of " + quoted("step");
            case RUN_STARTED,
                    PAUSE_PLANNED,
                    RUN_PAUSED,
                    RUN_RESUMED,
                    RUN_JUMPED,
                    RUN_MIGRATED,
                    STEP_SKIPPED,
                    STEP_RETRIED -> ofSteering(kind);
            case PRIORITY_CHANGED -> "set the priority to " + a("new");
            case RUN_FAILED -> "the run failed at " + quoted("step") + ": " + a("reason");
            case RUN_SUCCEEDED -> "the run succeeded";
            case RUN_CANCELLED -> "the run was ended: " + a("reason");
            case STUDY_STARTED -> "started the study " + quoted("name") + " with " + a("runs") + " runs";
            case STUDY_CANCELLED -> "ended " + a("runs") + " runs of the study " + quoted("name");
            case ATTEMPT_STARTED, ATTEMPT_REUSED, ABORT_REQUESTED, ATTEMPT_ENDED -> ofAttempt(kind);
            case TASK_OPENED, TASK_ANSWERED, TASK_ASSIGNED, TASK_COMMENTED -> ofTask(kind);
            case VARIABLE_REMOVED -> "removed " + a("name") + forAll() + ", which was " + quoted("old");
            case VARIABLE_CHANGED ->
                maybe("old")
                        .map(old -> "changed " + a("name") + forAll() + " from \"" + old + "\" to " + quoted("new"))
                        .orElseGet(() -> "set " + a("name") + forAll() + " to " + quoted("new"));
            case TRIGGER_REFUSED, TRIGGER_MISSED -> "the trigger " + quoted("trigger") + ": " + a("reason");
            case ACCOUNT_CREATED,
                    ROLE_CHANGED,
                    ACCOUNT_DISABLED,
                    ACCOUNT_ENABLED,
                    PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    SIGNED_IN,
                    SIGN_IN_BLOCKED -> ofAccount(kind);
            case GROUP_CREATED -> "made the group " + quoted("name") + " of " + a("members");
            case GROUP_CHANGED -> "changed the group " + quoted("name") + " to " + a("members");
            case GROUP_REMOVED -> "removed the group " + quoted("name");
            case TOKEN_CREATED -> "made the token " + quoted("name") + " with the role " + a("role");
            case TOKEN_REVOKED -> "revoked the token " + quoted("name");
            case NODE_DRAINED -> "drained the node " + quoted("name");
            case NODE_RELEASED -> "let the node " + quoted("name") + " take stages again";
            case NODE_LIMITED -> "changed what stages may use of the node " + quoted("name");
            case POOL_FILE_MOVED -> "moved " + quoted("old") + " of the pool to " + quoted("new");
            case POOL_FILE_DELETED -> "deleted " + quoted("path") + " from the pool";
            case PIPELINE_DEPLOYED -> "deployed version " + a("version") + " of the pipeline " + quoted("pipeline");
            case PIPELINE_RETIRED -> "retired the pipeline " + quoted("pipeline");
            case PIPELINE_RESTORED -> "brought the retired pipeline " + quoted("pipeline") + " back";
            case OF_A_NEWER_VERSION -> "did something that only a newer version of Winslow knows";
        };
    }

    private String ofProject(EventKind kind) {
        return switch (kind) {
            case PROJECT_CREATED -> "created the project " + quoted("name") + " on " + a("pipeline");
            case PROJECT_RENAMED -> "renamed the project from " + quoted("old") + " to " + quoted("new");
            case PIPELINE_CHANGED -> "changed the pipeline from " + a("old") + " to " + a("new");
            case TAGS_CHANGED -> "changed the tags from " + quoted("old") + " to " + quoted("new");
            case OWNER_CHANGED -> "made " + quoted("new") + " the owner instead of " + quoted("old");
            case ACCESS_CHANGED -> ofAccess();
            default -> "deleted the project " + quoted("name");
        };
    }

    private String ofAccess() {
        return switch (a("new")) {
            case "" -> "took the access of " + a("who") + " away";
            case "SEE" -> "let " + a("who") + " see the project";
            case "CHANGE" -> "let " + a("who") + " change the project";
            default -> "made " + a("who") + " " + a("new").toLowerCase(Locale.ROOT);
        };
    }

    private String ofNotes(EventKind kind) {
        return switch (kind) {
            case TODO_ADDED -> "noted to do " + quoted("text");
            case TODO_CHANGED -> "changed what is to do to " + quoted("text");
            case TODO_DONE -> "ticked off " + quoted("text");
            case TODO_REOPENED -> "took back the tick at " + quoted("text");
            case TODO_REMOVED -> "removed from what is to do " + quoted("text");
            default -> "changed the notes";
        };
    }

    private String ofSteering(EventKind kind) {
        return switch (kind) {
            case RUN_STARTED ->
                "started a run of " + a("pipeline") + " in version " + a("version")
                        + maybe("step").map(step -> " at \"" + step + "\"").orElse("");
            case PAUSE_PLANNED -> "asked the run to pause after " + quoted("step");
            case RUN_PAUSED -> "paused the run";
            case RUN_RESUMED -> "resumed the run";
            case RUN_JUMPED -> "sent the run to " + quoted("step");
            case RUN_MIGRATED ->
                "took the run from version " + a("old") + " of " + a("pipeline") + " to version " + a("new");
            case STEP_SKIPPED -> "skipped " + quoted("step");
            default -> "queued " + quoted("step") + " again";
        };
    }

    private String ofTask(EventKind kind) {
        return switch (kind) {
            case TASK_OPENED -> quoted("name") + " waits for a person";
            case TASK_ASSIGNED ->
                maybe("new")
                        .filter(who -> !who.isEmpty())
                        .map(who -> "gave " + quoted("name") + " to " + who)
                        .orElse("gave " + quoted("name") + " back");
            case TASK_COMMENTED -> "commented on " + quoted("name");
            default -> "answered " + quoted("name");
        };
    }

    private String ofAttempt(EventKind kind) {
        String attempt = quoted("name") + " (attempt " + a("number") + ")";
        return switch (kind) {
            case ATTEMPT_STARTED -> attempt + " went to " + a("node");
            case ATTEMPT_REUSED -> attempt + " took over the result of attempt " + a("from");
            case ABORT_REQUESTED -> "asked for " + attempt + " to be aborted";
            default ->
                attempt + " ended"
                        + maybe("node")
                                .filter(node -> !node.isEmpty())
                                .map(node -> " on " + node)
                                .orElse("") + ": " + a("state")
                        + maybe("reason").map(reason -> ", " + reason).orElse("");
        };
    }

    private String ofAccount(EventKind kind) {
        return switch (kind) {
            case ACCOUNT_CREATED -> "added " + quoted("name") + " with the role " + a("role");
            case ROLE_CHANGED -> "changed the role of " + quoted("name") + " from " + a("old") + " to " + a("new");
            case ACCOUNT_DISABLED -> "disabled " + quoted("name");
            case ACCOUNT_ENABLED -> "enabled " + quoted("name");
            case PASSWORD_RESET -> "gave " + quoted("name") + " a new password";
            case PASSWORD_CHANGED -> quoted("name") + " chose a new password";
            case SIGNED_IN -> quoted("name") + " signed in";
            default -> "too many wrong passwords for " + quoted("name") + " from " + a("address");
        };
    }

    private String forAll() {
        return maybe("level").map(level -> " for all projects").orElse("");
    }

    private String a(String name) {
        return maybe(name).orElse("");
    }

    private String quoted(String name) {
        return "\"" + a(name) + "\"";
    }

    private Optional<String> maybe(String name) {
        return Optional.ofNullable(details.get(name));
    }
}
