package dev.winslow.ui.variable;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.variable.Origin;

/** Levels of variables as people call them. */
public final class OriginWords {
    private OriginWords() {}

    /** The level by itself, such as "this run". */
    public static String of(Origin origin) {
        return switch (origin) {
            case GLOBAL -> t("all projects");
            case PIPELINE -> t("pipeline");
            case PROJECT -> t("this project");
            case RUN -> t("this run");
            case STAGE -> t("stage");
        };
    }

    static String from(Origin origin) {
        return switch (origin) {
            case GLOBAL -> t("set for all projects");
            case PIPELINE -> t("set by the pipeline");
            case PROJECT -> t("set for this project");
            case RUN -> t("set for this run");
            case STAGE -> t("set by the stage");
        };
    }
}
