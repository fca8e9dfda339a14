package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.access.Everyone;
import dev.winslow.api.access.Holder;
import dev.winslow.api.access.Level;

/** How the ways of having access are called. */
final class AccessWords {
    private AccessWords() {}

    static String of(Everyone everyone) {
        return switch (everyone) {
            case NOTHING -> t("may not see it");
            case SEE -> t("may see it");
            case CHANGE -> t("may see and change it");
        };
    }

    static String of(Level level) {
        return switch (level) {
            case MEMBER -> t("Member");
            case MAINTAINER -> t("Maintainer");
            case OWNER -> t("Owner");
        };
    }

    static String of(Holder holder) {
        return holder.kind() == Holder.Kind.GROUP ? t("{0} (group)", holder.name()) : holder.name();
    }
}
