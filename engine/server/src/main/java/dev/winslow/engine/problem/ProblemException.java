package dev.winslow.engine.problem;

import dev.winslow.api.problem.ProblemType;
import java.util.List;

/** Something that the caller can mend: what is wrong, and what to do. */
public final class ProblemException extends RuntimeException {
    private final ProblemType type;
    private final String remedy;
    private final List<String> errors;

    public ProblemException(ProblemType type, String detail, String remedy) {
        this(type, detail, remedy, List.of());
    }

    /** With the single errors of a request that has several, a sentence each. */
    public ProblemException(ProblemType type, String detail, String remedy, List<String> errors) {
        super(detail);
        this.type = type;
        this.remedy = remedy;
        this.errors = List.copyOf(errors);
    }

    public ProblemType type() {
        return type;
    }

    public String remedy() {
        return remedy;
    }

    public List<String> errors() {
        return errors;
    }
}
