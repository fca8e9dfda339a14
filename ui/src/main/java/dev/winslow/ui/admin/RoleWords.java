package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.account.Role;
import dev.winslow.ui.language.Language;
import java.util.Locale;

/** What a role may do, for whoever gives it. */
final class RoleWords {
    private RoleWords() {}

    static String name(Role role) {
        return switch (role) {
            case USER -> t("User");
            case AUTHOR -> t("Author");
            case OPERATOR -> t("Operator");
            case ADMINISTRATOR -> t("Administrator");
        };
    }

    /** As {@link #name}, within a sentence: German writes what somebody is with a capital. */
    static String inSentence(Role role) {
        return Language.current() == Language.ENGLISH ? name(role).toLowerCase(Locale.ENGLISH) : name(role);
    }

    static String about(Role role) {
        return switch (role) {
            case USER -> t("works on projects: starts and steers runs, answers tasks, uploads films");
            case AUTHOR -> t("also writes pipelines, which say what runs on the machines");
            case OPERATOR -> t("also looks after machines, priorities, the pool, and variables of all projects");
            case ADMINISTRATOR -> t("also looks after people, tokens and the system");
        };
    }
}
