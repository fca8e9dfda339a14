package dev.winslow.engine.pipeline;

import dev.winslow.api.pipeline.PipelineProblem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.w3c.dom.Element;

/** Gathers what is wrong with a pipeline, so that its author learns of all of it at once. */
final class Problems {
    private final List<PipelineProblem> problems = new ArrayList<>();

    void add(String element, String problem, String remedy) {
        problems.add(new PipelineProblem(element, problem, remedy));
    }

    List<PipelineProblem> list() {
        return List.copyOf(problems);
    }

    boolean none() {
        return problems.isEmpty();
    }

    Optional<Duration> duration(Element element, String attribute, String id) {
        return Xml.attribute(element, attribute).flatMap(text -> {
            try {
                return Optional.of(Duration.parse(text));
            } catch (DateTimeParseException e) {
                add(
                        id,
                        "Expected a duration in " + attribute + ", but got \"" + text + "\".",
                        "Write it as PT30M (30 minutes), PT12H (12 hours) or P2D (2 days).");
                return Optional.empty();
            }
        });
    }

    double number(Element element, String attribute, double otherwise, String id) {
        return Xml.attribute(element, attribute)
                .map(text -> {
                    try {
                        double value = Double.parseDouble(text);
                        if (value >= 0 && Double.isFinite(value)) {
                            return value;
                        }
                    } catch (NumberFormatException e) {
                        // Told below, as a negative number is.
                    }
                    add(
                            id,
                            "Expected a number in " + attribute + ", but got \"" + text + "\".",
                            "Write a number such as 4.");
                    return otherwise;
                })
                .orElse(otherwise);
    }

    List<String> patterns(Element stage, String name, String id) {
        List<String> patterns = new ArrayList<>();
        for (Element child : Xml.children(stage, Xml.WINSLOW, name)) {
            String pattern = child.getAttribute("pattern");
            try {
                Pattern.compile(pattern);
                patterns.add(pattern);
            } catch (PatternSyntaxException e) {
                add(
                        id,
                        "The " + name + " pattern \"" + pattern + "\" is no regular expression: " + e.getDescription()
                                + ".",
                        "Correct it at position " + e.getIndex() + ".");
            }
        }
        return patterns;
    }
}
