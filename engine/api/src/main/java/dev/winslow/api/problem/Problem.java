package dev.winslow.api.problem;

import java.util.List;

/**
 * A problem detail (RFC 9457) as Winslow sends it.
 *
 * @param type one of {@link ProblemType}, as a URI reference
 * @param remedy what to do about it
 */
public record Problem(String type, String title, int status, String detail, String remedy, List<String> errors) {
    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }
}
