package dev.winslow.api.log;

/** Says why a text is no pattern for lines, and what to do about it. */
public final class PatternFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String problem;
    private final String remedy;

    private PatternFault(String problem, String remedy) {
        super(problem + ". " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    static PatternFault unreadable(String pattern, String fault, String place) {
        return new PatternFault(
                "The pattern '%s' cannot be read: %s, at %s".formatted(pattern, fault, place),
                "Write it in the syntax of RE2, which has neither look-around nor back-references; put \\ before a character that is meant as"
                        + " itself.");
    }

    static PatternFault tooLarge(int longest) {
        return new PatternFault(
                "The pattern is too large",
                "Write at most %d characters, and smaller numbers of repetitions.".formatted(longest));
    }

    /** A sentence without its full stop. */
    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }
}
