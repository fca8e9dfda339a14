package dev.winslow.engine.log;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.regex.MatchResult;

/** Reads the pattern of a search. RE2 takes linear time on any line; what would make its automaton huge is refused. */
final class LogPattern {
    private static final int LONGEST = 1000;
    private static final int LARGEST = 5000;
    private static final long MOST_REPETITIONS = 100_000;
    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{(\\d{1,6})(?:,(\\d{0,6}))?\\}");

    private LogPattern() {}

    static Pattern compile(String pattern) {
        if (pattern.length() > LONGEST || repetitions(pattern) > MOST_REPETITIONS) {
            throw tooLarge();
        }
        try {
            Pattern compiled = Pattern.compile(pattern);
            if (compiled.programSize() > LARGEST) {
                throw tooLarge();
            }
            return compiled;
        } catch (PatternSyntaxException e) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "The pattern '%s' cannot be read: %s.".formatted(pattern, e.getDescription()),
                    "Write it in the syntax of RE2, which has neither look-around nor back-references; put \\ before a character that is meant"
                            + " as itself.");
        }
    }

    /** How often the innermost part would be written out if all repetitions stood in each other. */
    private static long repetitions(String pattern) {
        return REPETITION
                .matcher(pattern)
                .results()
                .mapToLong(LogPattern::most)
                .reduce(1, (product, most) -> Math.min(product * Math.max(1, most), MOST_REPETITIONS + 1));
    }

    private static long most(MatchResult repetition) {
        String upper = repetition.group(2);
        return Long.parseLong(upper == null || upper.isEmpty() ? repetition.group(1) : upper);
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                ProblemType.INVALID,
                "The pattern is too large to search with.",
                "Write at most %d characters, and smaller numbers of repetitions.".formatted(LONGEST));
    }
}
