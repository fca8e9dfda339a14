package dev.winslow.agent.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A variable as a stage sets it by a line; the value is taken as it stands. */
public record Setting(String name, String value) {
    /** What such a line looks like, for whoever wrote another. */
    public static final String EXPECTED =
            "NAME=value, with a name of at most 200 letters, digits and _ that begins with no digit";

    private static final Pattern LINE =
            Pattern.compile("(?<name>[A-Za-z_][A-Za-z0-9_]{0,199})=(?<value>.*)", Pattern.DOTALL);

    public static Optional<Setting> of(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new Setting(matcher.group("name"), matcher.group("value")))
                : Optional.empty();
    }
}
