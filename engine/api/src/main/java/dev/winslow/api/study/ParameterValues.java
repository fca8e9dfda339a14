package dev.winslow.api.study;

import java.util.List;

/** The values that a study gives to one variable. */
public record ParameterValues(String name, List<String> values) {
    public ParameterValues {
        values = List.copyOf(values);
    }
}
