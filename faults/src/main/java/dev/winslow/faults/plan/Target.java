package dev.winslow.faults.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whom a fault befalls. */
public enum Target {
    AGENT_1(Role.AGENT),
    AGENT_2(Role.AGENT),
    AGENT_3(Role.AGENT),
    SERVER_1(Role.SERVER),
    SERVER_2(Role.SERVER),
    DATABASE(Role.DATABASE),
    STORAGE(Role.STORAGE);

    /** What the target is for the system. */
    public enum Role {
        AGENT,
        SERVER,
        DATABASE,
        STORAGE
    }

    private final Role role;

    Target(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }

    /** Its name for people, for its logs and for its folder. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<Target> of(Role role) {
        return Arrays.stream(values()).filter(target -> target.role == role).toList();
    }
}
