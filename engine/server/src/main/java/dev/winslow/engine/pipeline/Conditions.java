package dev.winslow.engine.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The expressions that a pipeline may use: variables, literals, comparisons, {@code && || !}, {@code empty} and parentheses. The engine's own
 * language could call methods, and through them anything that the server can reach.
 */
class Conditions {
    private static final Pattern WHOLE = Pattern.compile("[$#]\\{(.*)}", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<text>'[^'\\\\]*'|\"[^\"\\\\]*\")|(?<number>\\d+(?:\\.\\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
                    + "|(?<sign>\\|\\||&&|==|!=|<=|>=|[<>!()]))");
    private static final Set<String> COMPARISONS =
            Set.of("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Set<String> WORDS =
            Set.of("eq", "ne", "lt", "gt", "le", "ge", "and", "or", "not", "empty", "div", "mod", "instanceof");
    private static final Pattern VALUE_START = Pattern.compile("[A-Za-z0-9_'\"]");
    private static final int MAX_LENGTH = 1000;

    private final Deque<String> tokens;

    private Conditions(Deque<String> tokens) {
        this.tokens = tokens;
    }

    /** What is wrong with an expression, in half a sentence; empty if it is one that a pipeline may use. */
    static Optional<String> fault(String expression) {
        var whole = WHOLE.matcher(expression.strip());
        if (!whole.matches()) {
            return Optional.of("is not enclosed in ${ and }");
        }
        if (expression.length() > MAX_LENGTH) {
            return Optional.of("is longer than " + MAX_LENGTH + " characters");
        }
        try {
            var reader = new Conditions(tokens(whole.group(1)));
            reader.either();
            reader.end();
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static Deque<String> tokens(String text) {
        var tokens = new ArrayDeque<String>();
        var matcher = TOKEN.matcher(text);
        int position = 0;
        String rest = text.stripTrailing();
        while (position < rest.length()) {
            if (!matcher.region(position, rest.length()).lookingAt()) {
                throw new Refused("has '%s', which reaches beyond variables and comparisons"
                        .formatted(rest.substring(position).strip().charAt(0)));
            }
            tokens.add(matcher.group().strip());
            position = matcher.end();
        }
        return tokens;
    }

    private void either() {
        both();
        while (take("||") || take("or")) {
            both();
        }
    }

    private void both() {
        comparison();
        while (take("&&") || take("and")) {
            comparison();
        }
    }

    private void comparison() {
        value();
        if (!tokens.isEmpty() && COMPARISONS.contains(tokens.element())) {
            tokens.remove();
            value();
        }
    }

    private void value() {
        while (take("!") || take("not") || take("empty")) {
            // Any number of them may stand before a value.
        }
        if (take("(")) {
            either();
            if (!take(")")) {
                throw new Refused("lacks a closing parenthesis");
            }
            return;
        }
        String token = tokens.poll();
        if (token == null) {
            throw new Refused("ends where a value should follow");
        }
        if (WORDS.contains(token) || !VALUE_START.matcher(token).lookingAt()) {
            throw new Refused("has '%s' where a value should stand".formatted(token));
        }
    }

    private void end() {
        if (!tokens.isEmpty()) {
            throw new Refused("has '%s' where it should end or compare".formatted(tokens.element()));
        }
    }

    private boolean take(String token) {
        return token.equals(tokens.peek()) && tokens.remove().equals(token);
    }

    private static class Refused extends RuntimeException {
        Refused(String message) {
            super(message, null, false, false);
        }
    }
}
