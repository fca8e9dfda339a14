package dev.winslow.engine.artifact;

import java.util.UUID;

/** The pool of shared input videos. */
public final class Pool {
    public static final String BUCKET = "winslow-pool";

    /** What stands for the pool where others have a project's id. */
    public static final UUID ID = new UUID(0, 0);

    private Pool() {}
}
