package dev.winslow.api.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${NAME}}, {@code ${NAME:-default}} and {@code ${NAME:?what to tell}}; names without a value and default stay as they are.
 * {@code $$} is a dollar sign.
 */
public final class Placeholders {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\$|\\$\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::(?<sign>[-?])(?<word>[^}]*))?}");

    private Placeholders() {}

    /**
     * A value that a text cannot do without.
     *
     * @param message what the text says to whoever has to give it; its name where it says nothing
     */
    public record Need(String name, String message) {}

    /** The names in the text that have neither a value nor a default come through unchanged, so that a later step can fill them in. */
    public static String resolve(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement(match, values)));
    }

    private static String replacement(MatchResult match, Map<String, String> values) {
        String name = match.group("name");
        if (name == null) {
            return "$$";
        }
        return Optional.ofNullable(values.get(name))
                .or(() -> "-".equals(match.group("sign")) ? Optional.of(match.group("word")) : Optional.empty())
                .orElse(match.group());
    }

    /** The last step: as {@link #resolve}, and {@code $$} becomes a dollar sign. */
    public static String resolveFully(String text, Map<String, String> values) {
        return resolve(text, values).replace("$$", "$");
    }

    /** Matches all that the text can become, whatever the values. */
    public static Pattern shape(String text) {
        StringBuilder shape = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int end = 0;
        while (placeholder.find()) {
            shape.append(Pattern.quote(text.substring(end, placeholder.start())))
                    .append(placeholder.group("name") == null ? "\\$" : ".*");
            end = placeholder.end();
        }
        return Pattern.compile(shape.append(Pattern.quote(text.substring(end))).toString());
    }

    /** What {@code text} needs and {@code values} lacks. Where the text says what to tell, an empty value is none. */
    public static List<Need> needs(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(match -> match.group("name") != null && !"-".equals(match.group("sign")))
                .filter(match -> values.getOrDefault(match.group("name"), "").isEmpty())
                .filter(match -> match.group("sign") != null || !values.containsKey(match.group("name")))
                .map(match -> new Need(
                        match.group("name"),
                        Optional.ofNullable(match.group("word"))
                                .filter(word -> !word.isBlank())
                                .orElse(match.group("name"))))
                .distinct()
                .toList();
    }
}
