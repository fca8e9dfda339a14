package dev.winslow.api.worker;

/** Environment variables by which a stage finds its folders, inside a container and outside of one alike. */
public final class StageFolders {
    /** Pool and project files, read-only. */
    public static final String INPUT = "WINSLOW_INPUT";
    /** The stage's working folder: a copy of the workspace that it starts from. */
    public static final String WORKSPACE = "WINSLOW_WORKSPACE";
    /** Results for people. */
    public static final String OUTPUT = "WINSLOW_OUTPUT";

    /** A file for lines {@code NAME=value}: variables that the stage sets for gateways and later stages. */
    public static final String VARIABLES = "WINSLOW_VARIABLES";

    /** Below the workspace: what a stage keeps there is saved while it runs, and given to the next attempt. */
    public static final String CHECKPOINT = ".checkpoint";

    private StageFolders() {}
}
