package dev.winslow.ui.variable;

import dev.winslow.api.variable.Origin;

/** Levels of variables as people call them. */
public final class OriginWords {
    private OriginWords() {}

    /** The level by itself, such as "this run". */
    public static String of(Origin origin) {
        return switch (origin) {
            case GLOBAL -> "all projects";
            case PIPELINE -> "pipeline";
            case PROJECT -> "this project";
            case RUN -> "this run";
            case STAGE -> "stage";
        };
    }

    static String from(Origin origin) {
        return switch (origin) {
            case GLOBAL -> "set for all projects";
            case PIPELINE -> "set by the pipeline";
            case PROJECT -> "set for this project";
            case RUN -> "set for this run";
            case STAGE -> "set by the stage";
        };
    }
}
