package dev.winslow.api.account;

/** What somebody may do. Each may also do what those before it may. */
public enum Role {
    /** Works on projects: starts and steers runs, answers tasks, uploads films. */
    USER,
    /** Also writes pipelines, which says what runs on the machines. */
    AUTHOR,
    /** Also looks after machines, priorities, the pool, and variables of all projects. */
    OPERATOR,
    /** Also looks after people, tokens and the system. */
    ADMINISTRATOR;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The one of both that may do less. */
    public Role atMost(Role other) {
        return includes(other) ? other : this;
    }
}
