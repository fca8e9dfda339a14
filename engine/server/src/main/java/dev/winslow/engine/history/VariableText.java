package dev.winslow.engine.history;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The one place where the value of a variable becomes text that everybody may read. */
final class VariableText {
    private static final String MASK = "•••";
    private static final int LONGEST = 200;

    private VariableText() {}

    /** What an event says of a variable that was changed or, without a value now, removed. */
    static Map<String, String> details(String name, Optional<String> old, Optional<String> now, boolean secret) {
        Map<String, String> details = new TreeMap<>(Map.of("name", name));
        old.ifPresent(value -> details.put("old", of(value, secret)));
        now.ifPresent(value -> details.put("new", of(value, secret)));
        return details;
    }

    static String of(String value, boolean secret) {
        if (secret) {
            return MASK;
        }
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
