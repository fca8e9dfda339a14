package dev.winslow.ui.admin;

import dev.winslow.api.account.Role;

/** What a role may do, for whoever gives it. */
final class RoleWords {
    private RoleWords() {}

    static String name(Role role) {
        return switch (role) {
            case USER -> "User";
            case AUTHOR -> "Author";
            case OPERATOR -> "Operator";
            case ADMINISTRATOR -> "Administrator";
        };
    }

    static String about(Role role) {
        return switch (role) {
            case USER -> "works on projects: starts and steers runs, answers tasks, uploads films";
            case AUTHOR -> "also writes pipelines, which say what runs on the machines";
            case OPERATOR -> "also looks after machines, priorities, the pool, and variables of all projects";
            case ADMINISTRATOR -> "also looks after people, tokens and the system";
        };
    }
}
