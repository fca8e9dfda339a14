package dev.winslow.api.problem;

/** The kinds of problems that programs can tell apart. */
public enum ProblemType {
    NOT_FOUND("/problems/not-found", "Not found", 404),
    INVALID("/problems/invalid", "Not valid", 422),
    CONFLICT("/problems/conflict", "In conflict with the present state", 409),
    STALE_LEASE("/problems/stale-lease", "The lease has ended", 410),
    UNAUTHORIZED("/problems/unauthorized", "Not signed in", 401),
    FORBIDDEN("/problems/forbidden", "Not allowed", 403),
    INTERNAL("/problems/internal", "Internal error", 500),
    UNAVAILABLE("/problems/unavailable", "Not available now", 503);

    private final String uri;
    private final String title;
    private final int status;

    ProblemType(String uri, String title, int status) {
        this.uri = uri;
        this.title = title;
        this.status = status;
    }

    public String uri() {
        return uri;
    }

    /** The same for all problems of the kind. */
    public String title() {
        return title;
    }

    public int status() {
        return status;
    }
}
