package dev.winslow.api.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Texts that every match of a regular expression contains. Looking for them first is hundreds of times quicker than the expression, and most lines
 * of a log lack them. Where the expression is not understood, nothing is required.
 */
public final class RequiredText {
    private static final String IGNORE_CASE = "(?i)";

    private final boolean ignoreCase;
    private final List<String> texts;

    private RequiredText(boolean ignoreCase, List<String> texts) {
        this.ignoreCase = ignoreCase;
        this.texts = texts;
    }

    public static RequiredText of(String pattern) {
        boolean ignoreCase = pattern.startsWith(IGNORE_CASE);
        Scan scan = new Scan(ignoreCase ? pattern.substring(IGNORE_CASE.length()) : pattern);
        List<String> texts = scan.run() ? scan.texts : List.of();
        return new RequiredText(ignoreCase, ignoreCase ? plainCases(texts) : List.copyOf(texts));
    }

    /** Letters beyond ASCII have cases of their own, and k and s have three. */
    private static List<String> plainCases(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.split("[kKsS]|[^\\p{ASCII}]", -1)))
                .filter(text -> !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** False where the expression cannot match anywhere in the line. */
    public boolean mayMatch(String line) {
        for (String text : texts) {
            if (ignoreCase ? !containsIgnoringCase(line, text) : !line.contains(text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean containsIgnoringCase(String line, String text) {
        char lower = text.charAt(0);
        char upper = Character.toUpperCase(lower);
        for (int i = 0; i <= line.length() - text.length(); i++) {
            char each = line.charAt(i);
            if ((each == lower || each == upper) && line.regionMatches(true, i, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }

    /** Collects runs of plain characters outside of groups, classes and alternatives. */
    private static final class Scan {
        private final String pattern;
        private final List<String> texts = new ArrayList<>();
        private final StringBuilder run = new StringBuilder();
        private int at;

        Scan(String pattern) {
            this.pattern = pattern;
        }

        /** False where there is something that this does not understand. */
        boolean run() {
            while (at < pattern.length()) {
                char each = pattern.charAt(at++);
                boolean understood = switch (each) {
                    case '|', ')' -> false;
                    case '(' -> skipGroup();
                    case '[' -> skipClass();
                    case '\\' -> escape();
                    case '.', '^', '$' -> end();
                    case '*', '?' -> optional();
                    case '{' -> repeated();
                    case '+' -> end();
                    default -> plain(each);
                };
                if (!understood) {
                    return false;
                }
            }
            return end();
        }

        private boolean plain(char each) {
            run.append(each);
            // A quantifier would mean both halves of a character.
            return !Character.isSurrogate(each);
        }

        /** The character before need not be there. */
        private boolean optional() {
            if (!run.isEmpty()) {
                run.setLength(run.length() - 1);
            }
            return end();
        }

        private boolean repeated() {
            int close = pattern.indexOf('}', at);
            at = close + 1;
            return close > 0 && optional();
        }

        private boolean end() {
            if (!run.isEmpty()) {
                texts.add(run.toString());
                run.setLength(0);
            }
            return true;
        }

        private boolean escape() {
            if (at == pattern.length()) {
                return false;
            }
            char escaped = pattern.charAt(at++);
            if (!Character.isLetterOrDigit(escaped)) {
                return plain(escaped);
            }
            return "dDwWsSbB".indexOf(escaped) >= 0 && end();
        }

        private boolean skipClass() {
            int close = pattern.indexOf(']', at + (pattern.startsWith("^", at) ? 2 : 1));
            boolean simple = close > 0 && pattern.substring(at, close).chars().noneMatch(each -> each == '[');
            simple = simple && (pattern.charAt(close - 1) != '\\');
            at = close + 1;
            return simple && end();
        }

        /** What is in a group is not looked at; one that sets flags is not understood. */
        private boolean skipGroup() {
            if (pattern.startsWith("?", at)
                    && !pattern.startsWith("?:", at)
                    && !pattern.startsWith("?<", at)
                    && !pattern.startsWith("?P<", at)) {
                return false;
            }
            int depth = 1;
            for (; at < pattern.length() && depth > 0; at++) {
                switch (pattern.charAt(at)) {
                    case '(' -> depth++;
                    case ')' -> depth--;
                    case '\\' -> at++;
                    case '[' -> {
                        at++;
                        if (!skipClass()) {
                            return false;
                        }
                        at--;
                    }
                    default -> {
                        // Whatever stands here may be repeated or left out.
                    }
                }
            }
            return depth == 0 && end();
        }
    }
}
