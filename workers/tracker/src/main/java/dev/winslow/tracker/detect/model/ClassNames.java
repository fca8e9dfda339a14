package dev.winslow.tracker.detect.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of a model's classes are vehicles. */
final class ClassNames {
    private static final Set<String> OURS = Set.of("car", "truck", "bus");
    private static final Map<String, String> OTHERS =
            Map.of("van", "car", "motorcycle", "vehicle", "vehicle", "vehicle");
    private static final Pattern ENTRY = Pattern.compile("(\\d+)\\s*:\\s*['\"]([^'\"]+)['\"]");

    private final Map<Integer, String> names = new HashMap<>();

    /** The text is what exporters write into a model: {@code {0: 'car', 1: 'bus'}}. Without any, all that a model finds counts as a vehicle. */
    ClassNames(String text) {
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            names.put(Integer.parseInt(entry.group(1)), entry.group(2).toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** Our name of the class, or nothing if it is no vehicle. */
    Optional<String> vehicle(int number) {
        if (names.isEmpty()) {
            return Optional.of("vehicle");
        }
        String name = names.getOrDefault(number, "");
        return OURS.contains(name) ? Optional.of(name) : Optional.ofNullable(OTHERS.get(name));
    }
}
