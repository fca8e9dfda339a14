package dev.winslow.tracker.file;

import dev.winslow.tracker.TrackerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables with a header: UTF-8, a comma between columns, a dot in numbers, no quoting. */
public final class Csv {
    private Csv() {}

    public static List<Row> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                throw bad(file + " is empty, but a header was expected.");
            }
            Map<String, Integer> columns = new HashMap<>();
            for (String name : lines.getFirst().split(",")) {
                columns.put(name.strip(), columns.size());
            }
            List<Row> rows = new ArrayList<>(lines.size());
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    rows.add(new Row(file, i + 1, columns, lines.get(i).split(",", -1)));
                }
            }
            return rows;
        } catch (NoSuchFileException e) {
            throw bad(file + " is missing: run the stage that writes it first.");
        } catch (IOException e) {
            throw bad(file + " cannot be read: " + e.getMessage());
        }
    }

    public static void write(Path file, String header, Stream<String> rows) {
        AtomicFile.write(
                file,
                part -> Files.write(part, Stream.concat(Stream.of(header), rows).collect(Collectors.toList())));
    }

    /** A row of values, numbers with so many decimals. */
    public static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static TrackerFailure bad(String message) {
        return new TrackerFailure(TrackerFailure.Cause.BAD_INPUT_FILE, message);
    }

    /** A row that knows where it stands. */
    public record Row(Path file, int line, Map<String, Integer> columns, String[] values) {
        public String text(String column) {
            Integer index = columns.get(column);
            if (index == null || index >= values.length) {
                throw bad(file + ", line " + line + ": the column " + column + " is missing.");
            }
            return values[index].strip();
        }

        public boolean isEmpty(String column) {
            return text(column).isEmpty();
        }

        public double number(String column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw bad(file + ", line " + line + ": expected a number in " + column + ", but got \"" + text(column)
                        + "\".");
            }
        }

        public int integer(String column) {
            return (int) number(column);
        }
    }
}
