package dev.winslow.api.access;

/** What somebody may do with a project. Each includes those before it. */
public enum Right {
    /** To whoever has no more, the project does not exist. */
    NONE,
    /** Sees everything and downloads files. */
    SEE,
    /** Also answers tasks and comments on them. */
    TAKE_PART,
    /** Also starts and steers runs, uploads, and changes all that can be changed. */
    CHANGE,
    /** Also deletes the project and says who has access. */
    OWN;

    public boolean includes(Right other) {
        return compareTo(other) >= 0;
    }
}
