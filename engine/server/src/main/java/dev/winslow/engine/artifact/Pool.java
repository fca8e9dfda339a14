package dev.winslow.engine.artifact;

/** The pool of shared input videos. */
public final class Pool {
    public static final String BUCKET = "winslow-pool";

    private Pool() {}
}
