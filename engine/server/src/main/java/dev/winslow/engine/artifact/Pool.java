package dev.winslow.engine.artifact;

/** The pool of shared input videos. */
final class Pool {
    static final String BUCKET = "winslow-pool";

    private Pool() {}
}
