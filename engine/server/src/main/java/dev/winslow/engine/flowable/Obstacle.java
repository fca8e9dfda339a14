package dev.winslow.engine.flowable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowable.common.engine.api.FlowableException;

/** Why the process engine cannot go on, in words of the pipeline: the engine's own are for programmers. A pure function. */
final class Obstacle {
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{.*}", Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("[$#]\\{" + StagesOfLists.BEAN + "\\.of\\((?<name>\\w+)\\)}");
    private static final Pattern UNKNOWN = Pattern.compile("identifier '(?<name>\\w+)'");
    private static final Pattern UNFIT = Pattern.compile("(?:coerce|convert) '?(?<value>.*?)'? (?:of|from) ");
    private static final Pattern GATEWAY = Pattern.compile("No outgoing sequence flow of [^']*'(?<id>[^']*)'");

    private Obstacle() {}

    static String of(FlowableException refused) {
        String message = String.valueOf(refused.getMessage());
        Optional<String> expression = found(EXPRESSION, message, 0);
        Optional<String> unknown = unknown(refused);
        if (expression.isPresent() && unknown.isPresent()) {
            return reader(expression.get()) + " " + unknown.get() + ", which nobody has set.";
        }
        if (expression.isPresent()) {
            return "The condition " + expression.get() + " cannot be decided"
                    + unfit(refused)
                            .map(value -> ": \"" + value + "\" does not fit it")
                            .orElse("") + ".";
        }
        return found(GATEWAY, message, 1)
                .map(gateway -> "No condition behind the gateway \"" + gateway
                        + "\" holds, and none of its flows is the default.")
                .orElse(message);
    }

    /** What names the variable. */
    private static String reader(String expression) {
        return LIST.matcher(expression).matches()
                ? "A stage runs for each item of the variable"
                : "The condition " + expression + " names the variable";
    }

    private static Optional<String> unknown(Throwable refused) {
        return inCauses(UNKNOWN, refused);
    }

    private static Optional<String> unfit(Throwable refused) {
        return inCauses(UNFIT, refused);
    }

    private static Optional<String> inCauses(Pattern pattern, Throwable refused) {
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            Optional<String> found = found(pattern, String.valueOf(cause.getMessage()), 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> found(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }
}
