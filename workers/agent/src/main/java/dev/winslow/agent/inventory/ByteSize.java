package dev.winslow.agent.inventory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 8GiB}, {@code 512 MiB}, {@code 1e9} is not one. */
public final class ByteSize {
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|KiB|MiB|GiB|TiB|KB|MB|GB|TB)?");
    private static final Map<String, Long> UNITS = Map.of(
            "B", 1L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30,
            "TiB", 1L << 40,
            "KB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L,
            "TB", 1_000_000_000_000L);

    private ByteSize() {}

    /** In the largest unit that it is at least one of: {@code 1.5 GiB}. */
    public static String format(long bytes) {
        int power = bytes < 1 << 10 ? 0 : Math.min(4, (63 - Long.numberOfLeadingZeros(bytes)) / 10);
        String number = String.format(Locale.ROOT, "%.1f", bytes / Math.pow(2, 10 * power))
                .replace(".0", "");
        return number + " " + List.of("B", "KiB", "MiB", "GiB", "TiB").get(power);
    }

    /** @throws IllegalArgumentException with a sentence, where the text is no size */
    public static long parse(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size; write it like 8GiB or 512MiB");
        }
        long unit = UNITS.getOrDefault(Objects.requireNonNullElse(size.group(2), "B"), 1L);
        return new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
    }
}
