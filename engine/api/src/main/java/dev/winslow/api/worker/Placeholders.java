package dev.winslow.api.worker;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${NAME}} and {@code ${NAME:-default}}; names without a value and default stay as they are. {@code $$} is a dollar sign. */
public final class Placeholders {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\$|\\$\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<default>[^}]*))?}");

    private Placeholders() {}

    /** The names in the text that have neither a value nor a default come through unchanged, so that a later step can fill them in. */
    public static String resolve(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement(match, values)));
    }

    private static String replacement(java.util.regex.MatchResult match, Map<String, String> values) {
        String name = match.group("name");
        if (name == null) {
            return "$$";
        }
        return Optional.ofNullable(values.get(name))
                .or(() -> Optional.ofNullable(match.group("default")))
                .orElse(match.group());
    }

    /** The last step: as {@link #resolve}, and {@code $$} becomes a dollar sign. */
    public static String resolveFully(String text, Map<String, String> values) {
        return resolve(text, values).replace("$$", "$");
    }

    /** Names that {@code text} needs and {@code values} lacks. */
    public static java.util.List<String> missing(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(match -> match.group("name") != null && match.group("default") == null)
                .map(match -> match.group("name"))
                .filter(name -> !values.containsKey(name))
                .distinct()
                .toList();
    }
}
