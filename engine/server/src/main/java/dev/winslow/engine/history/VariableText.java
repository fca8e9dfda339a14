package dev.winslow.engine.history;

/** The one place where the value of a variable becomes text that everybody may read. */
final class VariableText {
    private static final String MASK = "•••";
    private static final int LONGEST = 200;

    private VariableText() {}

    static String of(String value, boolean secret) {
        if (secret) {
            return MASK;
        }
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
