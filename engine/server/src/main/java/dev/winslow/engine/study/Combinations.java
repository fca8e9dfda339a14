package dev.winslow.engine.study;

import dev.winslow.api.study.Parameter;
import dev.winslow.api.study.ParameterValues;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All combinations of the values of some parameters, the last of which varies fastest. A pure function. */
record Combinations(List<ParameterValues> parameters) {

    static Combinations of(List<Parameter> requested, int most) {
        if (requested.isEmpty()) {
            throw ValueList.invalid("A study varies nothing.", "Name at least one parameter with its values.");
        }
        Set<String> names = new HashSet<>();
        requested.stream()
                .map(Parameter::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw ValueList.invalid(
                            "The parameter " + twice + " is named twice.", "Name it once, with all its values.");
                });
        Combinations combinations = new Combinations(requested.stream()
                .map(parameter -> ValueList.read(parameter, most))
                .toList());
        combinations.requireAtMost(most);
        return combinations;
    }

    private void requireAtMost(int most) {
        long count = 1;
        for (ParameterValues parameter : parameters) {
            // Neither factor is larger than an int.
            count = Math.min(count * parameter.values().size(), Integer.MAX_VALUE);
        }
        if (count > most) {
            String product = parameters.stream()
                    .map(parameter -> "%d of %s".formatted(parameter.values().size(), parameter.name()))
                    .collect(Collectors.joining(" times "));
            throw ValueList.invalid(
                    "This study has %d runs (%s), but may have %d at most.".formatted(count, product, most),
                    "Give fewer values, or split it into several studies; an operator can allow more by winslow.study.most-runs.");
        }
    }

    List<Map<String, String>> all() {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (ParameterValues parameter : parameters) {
            combinations = combinations.stream()
                    .flatMap(
                            shorter -> parameter.values().stream().map(value -> with(shorter, parameter.name(), value)))
                    .toList();
        }
        return combinations;
    }

    String names() {
        return parameters.stream().map(ParameterValues::name).collect(Collectors.joining(", "));
    }

    private static Map<String, String> with(Map<String, String> shorter, String name, String value) {
        Map<String, String> longer = new LinkedHashMap<>(shorter);
        longer.put(name, value);
        return longer;
    }
}
