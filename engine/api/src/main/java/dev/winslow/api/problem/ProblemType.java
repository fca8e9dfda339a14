package dev.winslow.api.problem;

/** The kinds of problems that programs can tell apart. */
public enum ProblemType {
    NOT_FOUND("/problems/not-found", 404),
    INVALID("/problems/invalid", 422),
    CONFLICT("/problems/conflict", 409),
    STALE_LEASE("/problems/stale-lease", 410),
    UNAUTHORIZED("/problems/unauthorized", 401),
    FORBIDDEN("/problems/forbidden", 403),
    INTERNAL("/problems/internal", 500),
    UNAVAILABLE("/problems/unavailable", 503);

    private final String uri;
    private final int status;

    ProblemType(String uri, int status) {
        this.uri = uri;
        this.status = status;
    }

    public String uri() {
        return uri;
    }

    public int status() {
        return status;
    }
}
