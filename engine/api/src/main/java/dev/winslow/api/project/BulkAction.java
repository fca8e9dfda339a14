package dev.winslow.api.project;

/** What can be done to many projects at once. */
public enum BulkAction {
    /** Starts a run, with the variables given. */
    START,
    PAUSE,
    /** Goes on after a pause, with the variables given changed. */
    RESUME,
    /** Ends the open run. */
    CANCEL,
    /** Adds the tags given. */
    TAG,
    /** Takes the tags given away. */
    UNTAG,
    DELETE
}
