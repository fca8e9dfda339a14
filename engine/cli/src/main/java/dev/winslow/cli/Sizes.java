package dev.winslow.cli;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of bytes as people write them, such as 8GiB. */
final class Sizes {
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|KiB|MiB|GiB|TiB)");
    private static final Map<String, Integer> POWERS = Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30, "TiB", 40);

    private Sizes() {}

    static long bytes(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new Refused("\"" + text + "\" is no size: write it like 8GiB or 512MiB.");
        }
        return Math.round(Double.parseDouble(size.group(1)) * (1L << POWERS.getOrDefault(size.group(2), 0)));
    }
}
