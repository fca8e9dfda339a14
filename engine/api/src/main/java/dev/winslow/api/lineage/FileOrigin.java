package dev.winslow.api.lineage;

/** How a file came to be. */
public enum FileOrigin {
    /** A person sent it to a project. */
    UPLOADED,
    /** A person sent it to the pool. */
    POOLED,
    /** A project took it from the pool. */
    LINKED,
    /** An upload, as a file of the workspace that a step begins with. */
    COPIED,
    /** A person answered with it at a step. */
    ANSWERED,
    /** A person added it to the workspace of a step. */
    ADDED,
    /** A stage made it. */
    MADE
}
