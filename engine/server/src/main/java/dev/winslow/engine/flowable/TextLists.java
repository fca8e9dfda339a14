package dev.winslow.engine.flowable;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Reads lists out of variables, which are text in Winslow: items stand on lines of their own or between commas. */
public final class TextLists {
    public Collection<?> of(Object value) {
        return value instanceof Collection<?> list ? list : items(String.valueOf(value));
    }

    private static List<String> items(String text) {
        return Arrays.stream(text.split(text.contains("\n") ? "\n" : ","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
