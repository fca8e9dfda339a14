package dev.winslow.engine.pipeline;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes such as 512MiB or 8GiB. */
final class MemorySize {
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|KIB|MIB|GIB|TIB)");
    private static final Map<String, Long> UNITS =
            Map.of("B", 1L, "KIB", 1L << 10, "MIB", 1L << 20, "GIB", 1L << 30, "TIB", 1L << 40);

    private MemorySize() {}

    static OptionalLong parse(String text) {
        Matcher matcher = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        return matcher.matches()
                ? OptionalLong.of(
                        (long) (Double.parseDouble(matcher.group(1)) * UNITS.getOrDefault(matcher.group(2), 1L)))
                : OptionalLong.empty();
    }
}
