package dev.winslow.engine.account;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What people can be called. */
final class AccountNames {
    private static final Pattern GOOD = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");
    /** Under these the system itself acts, and whoever sits at a trial. */
    private static final Set<String> TAKEN = Set.of("winslow", "local", "cli", "unknown");

    private AccountNames() {}

    static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static String require(String typed) {
        String name = normal(typed);
        if (!GOOD.matcher(name).matches()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "\"" + typed + "\" cannot be a person's name.",
                    "Take 2 to 100 letters, digits and . _ @ + -, beginning with a letter or digit.");
        }
        if (TAKEN.contains(name)) {
            throw taken(name);
        }
        return name;
    }

    static ProblemException taken(String name) {
        return new ProblemException(
                ProblemType.CONFLICT, "The name \"" + name + "\" is taken.", "Choose another name.");
    }
}
