package dev.winslow.engine.problem;

import dev.winslow.api.problem.Problem;
import dev.winslow.api.problem.ProblemType;
import java.util.List;

/** Ends a request with a problem. Thrown at the HTTP edge, where an expected outcome of the domain becomes an answer. */
public final class ProblemException extends RuntimeException {
    private final ProblemType type;
    private final String remedy;
    private final List<String> errors;

    public ProblemException(ProblemType type, String detail, String remedy) {
        this(type, detail, remedy, List.of());
    }

    /**
     * @param detail what is wrong, in a sentence
     * @param remedy what to do about it, in a sentence
     * @param errors the single faults, where there are several
     */
    public ProblemException(ProblemType type, String detail, String remedy, List<String> errors) {
        super(detail);
        this.type = type;
        this.remedy = remedy;
        this.errors = List.copyOf(errors);
    }

    /** As it is sent. */
    public Problem problem() {
        return new Problem(type.uri(), type.title(), type.status(), detail(), remedy, errors);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }

    public List<String> errors() {
        return errors;
    }
}
