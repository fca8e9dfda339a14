package dev.winslow.engine.variable;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.Collection;
import java.util.regex.Pattern;

/** What a variable may be called: what programs can read from their environment and gateways can write in conditions. */
public final class VariableName {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

    private VariableName() {}

    /** Refuses a name that is none. */
    public static void require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "\"" + name + "\" is no name of a variable.",
                    "Use at most 200 letters, digits and _, and begin with no digit.");
        }
    }

    /** As {@link #require} for each. */
    public static void requireAll(Collection<String> names) {
        names.forEach(VariableName::require);
    }
}
