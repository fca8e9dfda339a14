package dev.winslow.api.history;

/** What can happen in a project; in brackets what the details of such an event say. */
public enum EventKind {
    /** (name, pipeline) */
    PROJECT_CREATED,
    /** (old, new) */
    PROJECT_RENAMED,
    /** (old, new) */
    PIPELINE_CHANGED,
    /** (old, new) */
    TAGS_CHANGED,
    /** (old, new) */
    OWNER_CHANGED,
    /** Somebody, a group or everybody got or lost access (who, old, new; empty for none). */
    ACCESS_CHANGED,
    /** Of a run, or of the project where no run is named (new). */
    PRIORITY_CHANGED,
    NOTES_CHANGED,
    /** (text) */
    TODO_ADDED,
    /** (text) */
    TODO_CHANGED,
    /** (text) */
    TODO_DONE,
    /** (text) */
    TODO_REOPENED,
    /** (text) */
    TODO_REMOVED,
    /** (name, owner, everyone); what else was known of the project is gone with it */
    PROJECT_DELETED,
    /** (path, bytes) */
    FILE_UPLOADED,
    /** (path, bytes), from the pool */
    FILE_LINKED,
    /** Somebody took a file out of the project's uploads (path). */
    FILE_REMOVED,
    /** Somebody added a file to the workspace of a step of a run (path, step). */
    FILE_ADDED,
    /** Somebody took it out again (path, step). */
    FILE_TAKEN_OUT,
    /** (pipeline, version, and step where it does not begin at the beginning) */
    RUN_STARTED,
    /** A run for each combination of some variables' values was started (study, name, runs). */
    STUDY_STARTED,
    /** Its runs that had not ended were ended (study, name, runs). */
    STUDY_CANCELLED,
    /** It is to pause once a step is done (step). */
    PAUSE_PLANNED,
    /** Nothing more of it starts until somebody resumes it. */
    RUN_PAUSED,
    RUN_RESUMED,
    /** It goes on elsewhere (step). */
    RUN_JUMPED,
    /** It goes on with another version of its pipeline (pipeline, old, new). */
    RUN_MIGRATED,
    /** (step) */
    STEP_SKIPPED,
    /** A failed stage was put back into the queue (step). */
    STEP_RETRIED,
    /** A stage is out of tries, and the run waits for a person (step, reason). */
    RUN_FAILED,
    RUN_SUCCEEDED,
    /** Somebody ended it (reason). */
    RUN_CANCELLED,
    /** A stage was given to a node (stage, name, number, node). */
    ATTEMPT_STARTED,
    /** A stage took over an earlier result instead of running (stage, name, number, from). */
    ATTEMPT_REUSED,
    /** Somebody asked a node to stop it (stage, name, number). */
    ABORT_REQUESTED,
    /** (stage, name, number, node, state, and where there are such: reason, exitCode) */
    ATTEMPT_ENDED,
    /** A step waits for a person (task, step, name). */
    TASK_OPENED,
    /** (task, step, name) */
    TASK_ANSWERED,
    /** Somebody took it on, handed it over, or gave it back, which leaves it to nobody (task, step, name, new). */
    TASK_ASSIGNED,
    /** (task, step, name) */
    TASK_COMMENTED,
    /** A trigger fired, and no run could be started (trigger, reason). */
    TRIGGER_REFUSED,
    /** Times of a trigger passed while no server could fire it (trigger, reason). */
    TRIGGER_MISSED,
    /** Of a run, of the project where no run is named, or of all projects where none is (name, new, and old where it had a value; level). */
    VARIABLE_CHANGED,
    /** Of a run, of the project where no run is named, or of all projects where none is (name, old; level). */
    VARIABLE_REMOVED,
    /** (name, role) */
    ACCOUNT_CREATED,
    /** (name, old, new) */
    ROLE_CHANGED,
    /** The person is signed out everywhere and cannot sign in (name). */
    ACCOUNT_DISABLED,
    /** (name) */
    ACCOUNT_ENABLED,
    /** By an administrator (name). */
    PASSWORD_RESET,
    /** By the person (name). */
    PASSWORD_CHANGED,
    /** (name) */
    SIGNED_IN,
    /** Somebody guessed too often (name, address). */
    SIGN_IN_BLOCKED,
    /** (name, members) */
    GROUP_CREATED,
    /** (name, members) */
    GROUP_CHANGED,
    /** (name) */
    GROUP_REMOVED,
    /** (name, role) */
    TOKEN_CREATED,
    /** (name) */
    TOKEN_REVOKED,
    /** It is given nothing new (name). */
    NODE_DRAINED,
    /** It is given stages again (name). */
    NODE_RELEASED,
    /** What stages may use of it was changed (name). */
    NODE_LIMITED,
    /** A file of the pool got another name or folder (old, new). */
    POOL_FILE_MOVED,
    /** (path) */
    POOL_FILE_DELETED,
    /** (pipeline, version) */
    PIPELINE_DEPLOYED,
    /** It is kept from new projects and runs (pipeline). */
    PIPELINE_RETIRED,
    /** It is retired no longer (pipeline). */
    PIPELINE_RESTORED,
    /** What a server of a newer version did beside this one, which does not know it. Never written. */
    OF_A_NEWER_VERSION;

    /** Whether it concerns the system and not the work: for administrators, not for the histories of projects. */
    public boolean administrative() {
        return switch (this) {
            case ACCOUNT_CREATED,
                    ROLE_CHANGED,
                    ACCOUNT_DISABLED,
                    ACCOUNT_ENABLED,
                    PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    SIGNED_IN,
                    SIGN_IN_BLOCKED,
                    GROUP_CREATED,
                    GROUP_CHANGED,
                    GROUP_REMOVED,
                    TOKEN_CREATED,
                    TOKEN_REVOKED,
                    NODE_DRAINED,
                    NODE_RELEASED,
                    NODE_LIMITED,
                    POOL_FILE_MOVED,
                    POOL_FILE_DELETED,
                    PIPELINE_DEPLOYED,
                    PIPELINE_RETIRED,
                    PIPELINE_RESTORED,
                    OF_A_NEWER_VERSION -> true;
            default -> false;
        };
    }
}
