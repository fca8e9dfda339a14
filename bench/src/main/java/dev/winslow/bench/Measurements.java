package dev.winslow.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run. */
final class Measurements {
    private final List<Measurement> all = new ArrayList<>();

    void add(String measure, String system, double value, String unit) {
        all.add(new Measurement(measure, system, value, unit));
    }

    List<Measurement> all() {
        return List.copyOf(all);
    }

    void print(PrintWriter out) {
        int measure = width(all.stream().map(Measurement::measure).toList(), "measure");
        int system = width(all.stream().map(Measurement::system).toList(), "system");
        String row = "%-" + measure + "s  %-" + system + "s  %12s  %s%n";
        out.printf(row, "measure", "system", "value", "unit");
        all.forEach(figure -> out.printf(
                row,
                figure.measure(),
                figure.system(),
                String.format(Locale.ENGLISH, "%.3f", figure.value()),
                figure.unit()));
        out.flush();
    }

    /** A list of {@code {"measure", "system", "value", "unit"}}. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    private static int width(List<String> values, String title) {
        return Math.max(
                title.length(), values.stream().mapToInt(String::length).max().orElse(0));
    }
}
