package dev.winslow.engine.study;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.study.Parameter;
import dev.winslow.api.study.ParameterValues;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.engine.variable.VariableName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the values of a parameter: items between commas, ranges of numbers among them. A pure function. */
final class ValueList {
    private static final Pattern BETWEEN_ITEMS = Pattern.compile("(?<!\\\\),");
    private static final String NUMBER = "([+-]?\\d+(?:\\.\\d+)?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?::" + NUMBER + ")?");
    /** What was meant to be a range, and is taken for none of the values. */
    private static final Pattern LIKE_A_RANGE = Pattern.compile("[+-]?[\\d.]+\\.\\..*");

    private final Parameter parameter;
    private final int most;
    private final List<String> values = new ArrayList<>();

    private ValueList(Parameter parameter, int most) {
        this.parameter = parameter;
        this.most = most;
    }

    /** @param most more values than that are refused before they are counted out */
    static ParameterValues read(Parameter parameter, int most) {
        VariableName.require(parameter.name());
        ValueList list = new ValueList(parameter, most);
        BETWEEN_ITEMS.splitAsStream(parameter.values()).map(String::strip).forEach(list::add);
        list.requireDistinct();
        return new ParameterValues(parameter.name(), list.values);
    }

    private void add(String item) {
        Matcher range = RANGE.matcher(item);
        if (range.matches()) {
            numbers(range).forEach(this::addValue);
        } else if (LIKE_A_RANGE.matcher(item).matches()) {
            throw invalid(
                    "\"" + item + "\" of " + parameter.name() + " is no range.",
                    "Write 1..5, or 0.1..0.9:0.2 with the step behind a colon.");
        } else if (item.isEmpty()) {
            throw invalid(
                    parameter.name() + " has a value that is empty.", "Write values between commas, such as a,b,c.");
        } else {
            addValue(item.replace("\\,", ","));
        }
    }

    private void addValue(String value) {
        if (values.size() == most) {
            throw tooMany();
        }
        values.add(value);
    }

    /** As decimals, so that 0.1 and 0.2 make 0.3; with as many digits as the range is written with. */
    private Stream<String> numbers(Matcher range) {
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal to = new BigDecimal(range.group(2));
        BigDecimal step =
                Optional.ofNullable(range.group(3)).map(BigDecimal::new).orElse(BigDecimal.ONE);
        if (step.signum() <= 0) {
            throw invalid(
                    "The step of \"" + range.group() + "\" is not above zero.",
                    "Give a step such as 0.2; from a larger to a smaller number it counts down.");
        }
        BigDecimal steps = to.subtract(from).abs().divide(step, 0, RoundingMode.DOWN);
        if (steps.compareTo(BigDecimal.valueOf(most)) >= 0) {
            throw tooMany();
        }
        BigDecimal signed = to.compareTo(from) < 0 ? step.negate() : step;
        return Stream.iterate(from, number -> number.add(signed))
                .limit(steps.longValueExact() + 1)
                .map(BigDecimal::toPlainString);
    }

    private void requireDistinct() {
        Set<String> seen = new LinkedHashSet<>();
        values.stream().filter(value -> !seen.add(value)).findFirst().ifPresent(twice -> {
            throw invalid(parameter.name() + " has the value \"" + twice + "\" twice.", "Name each value once.");
        });
    }

    private ProblemException tooMany() {
        return invalid(
                parameter.name() + " has more than " + most + " values, which is as many runs as a study may have.",
                "Widen the step, or split it into several studies.");
    }

    static ProblemException invalid(String detail, String remedy) {
        return new ProblemException(ProblemType.INVALID, detail, remedy);
    }
}
