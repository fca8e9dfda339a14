package dev.winslow.engine.pipeline;

import dev.winslow.api.log.LinePattern;
import dev.winslow.api.log.PatternFault;
import dev.winslow.api.stage.ExitCodes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads the values of attributes and notes those that cannot be read. */
class Values {
    private static final Pattern MEMORY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|KiB|MiB|GiB|TiB)");
    private static final Pattern EXIT_CODES = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");
    private static final int LAST_EXIT_CODE = 255;
    private static final Map<String, Integer> BINARY_POWERS =
            Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30, "TiB", 40);

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    Optional<Duration> duration(Element element, String name) {
        return Xml.attribute(element, name).flatMap(text -> {
            try {
                return Optional.of(Duration.parse(text))
                        .filter(Duration::isPositive)
                        .or(() -> {
                            problems.add(
                                    element,
                                    "%s '%s' is not positive".formatted(name, text),
                                    "Give more than no time.");
                            return Optional.empty();
                        });
            } catch (DateTimeParseException fault) {
                problems.add(
                        element,
                        "%s '%s' is no duration".formatted(name, text),
                        "Write it as ISO 8601, such as PT30M or PT12H.");
                return Optional.empty();
            }
        });
    }

    long memory(Element element, String name, long otherwise) {
        return Xml.attribute(element, name)
                .map(text -> {
                    var match = MEMORY.matcher(text);
                    if (!match.matches()) {
                        problems.add(
                                element,
                                "%s '%s' is no amount of memory".formatted(name, text),
                                "Write a number with B, KiB, MiB, GiB or TiB, such as 8GiB.");
                        return otherwise;
                    }
                    int power = BINARY_POWERS.getOrDefault(match.group(2), 0);
                    return new BigDecimal(match.group(1))
                            .multiply(BigDecimal.valueOf(1L << power))
                            .longValue();
                })
                .orElse(otherwise);
    }

    int whole(Element element, String name, int otherwise) {
        double value = number(element, name, otherwise);
        if (value != Math.rint(value)) {
            problems.add(element, "%s '%s' is not whole".formatted(name, value), "Give a whole number.");
        }
        return (int) value;
    }

    double number(Element element, String name, double otherwise) {
        return Xml.attribute(element, name)
                .map(text -> {
                    if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
                        problems.add(
                                element,
                                "%s '%s' is no number".formatted(name, text),
                                "Give a number of 0 or more, such as 4 or 0.5.");
                        return otherwise;
                    }
                    return Double.parseDouble(text);
                })
                .orElse(otherwise);
    }

    boolean flag(Element element, String name) {
        return flag(element, name, false);
    }

    boolean flag(Element element, String name, boolean otherwise) {
        return Xml.attribute(element, name)
                .map(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        problems.add(
                                element,
                                "%s '%s' is neither true nor false".formatted(name, text),
                                "Write one of both.");
                    }
                    return text.equals("true");
                })
                .orElse(otherwise);
    }

    /** Numbers and ranges of numbers, between blanks or commas. */
    List<ExitCodes.Range> exitCodes(Element element, String name) {
        return Xml.attribute(element, name).map(text -> text.strip().split("[\\s,]+")).stream()
                .flatMap(Arrays::stream)
                .flatMap(part -> exitCodes(element, name, part).stream())
                .toList();
    }

    private Optional<ExitCodes.Range> exitCodes(Element element, String name, String text) {
        var match = EXIT_CODES.matcher(text);
        int from = match.matches() ? Integer.parseInt(match.group(1)) : -1;
        int to = match.matches() && match.group(2) != null ? Integer.parseInt(match.group(2)) : from;
        if (from < 0 || to < from || to > LAST_EXIT_CODE) {
            problems.add(
                    element,
                    "%s '%s' is no exit code".formatted(name, text),
                    "Write numbers from 0 to 255 or ranges of them, such as 0 3 10-19.");
            return Optional.empty();
        }
        return Optional.of(new ExitCodes.Range(from, to));
    }

    /** A user of a container, by number, since names mean others in each image. */
    Optional<String> user(Element element, String name) {
        return Xml.attribute(element, name).filter(text -> {
            boolean numbers = text.matches("\\d{1,9}(:\\d{1,9})?");
            if (!numbers) {
                problems.add(
                        element,
                        "%s '%s' is no number of a user".formatted(name, text),
                        "Write it like 1000, or 1000:1000 with the number of a group.");
            }
            return numbers;
        });
    }

    String required(Element element, String name) {
        return Xml.attribute(element, name).orElseGet(() -> {
            problems.add(
                    element,
                    "%s has no %s".formatted(element.getNodeName(), name),
                    "Give it the attribute %s.".formatted(name));
            return "";
        });
    }

    /** A regular expression by which the worker reads log lines. */
    Optional<LinePattern> pattern(Element element) {
        String text = required(element, "pattern");
        try {
            return Optional.of(LinePattern.of(text));
        } catch (PatternFault fault) {
            problems.add(element, fault.problem(), fault.remedy());
            return Optional.empty();
        }
    }

    String variable(Element element, String name) {
        String text = required(element, name);
        if (!text.isEmpty() && !text.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            problems.add(
                    element,
                    "'%s' is no name of a variable".formatted(text),
                    "Use letters, digits and _, and begin with no digit.");
        }
        return text;
    }
}
