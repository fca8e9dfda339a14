package dev.winslow.engine.security;

import dev.winslow.api.account.Role;

/** What not everybody may do, and from which role on. Who may call what of the HTTP API stands in {@link ApiPermissions}. */
public enum Permission {
    WORK(Role.USER, "work on projects"),
    DEPLOY_PIPELINES(Role.AUTHOR, "deploy, retire and restore pipelines"),
    OPERATE_NODES(Role.OPERATOR, "drain nodes and limit what stages may use of them"),
    SET_PRIORITIES(Role.OPERATOR, "set priorities"),
    CLEAR_POOL(Role.OPERATOR, "delete and rename files of the pool"),
    SET_SHARED_VARIABLES(Role.OPERATOR, "change variables of all projects"),
    SEE_THE_SYSTEM(Role.OPERATOR, "see how the system is"),
    ADMINISTER(Role.ADMINISTRATOR, "look after people, tokens and the system");

    private final Role from;
    private final String what;

    Permission(Role from, String what) {
        this.from = from;
        this.what = what;
    }

    public boolean isGivenTo(Role role) {
        return role.includes(from);
    }

    /** Why somebody else may not, and what to do. */
    public String refusal() {
        return "Only " + holders() + " may " + what + ".";
    }

    private String holders() {
        return switch (from) {
            case USER -> "people";
            case AUTHOR -> "authors, operators and administrators";
            case OPERATOR -> "operators and administrators";
            case ADMINISTRATOR -> "administrators";
        };
    }
}
