package dev.winslow.tracker.file;

import dev.winslow.tracker.TrackerFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person drew to count by, out of {@code reference-points.json}: in pixels of the reference frame, each with a name of its own. */
public record Drawn(List<Shape> lines, List<Shape> regions) {
    private static final int FEWEST_CORNERS = 3;

    /** Both ends of a line, or all corners of a region. */
    public record Shape(String name, List<double[]> points) {}

    private record Content(
            @Nullable List<Line> lines, @Nullable List<Outline> regions) {}

    private record Line(@Nullable String name, double @Nullable [] from, double @Nullable [] to) {}

    private record Outline(@Nullable String name, @Nullable List<double[]> points) {}

    /** Nothing is drawn where the file is missing. */
    public static Drawn read(Path file) {
        if (!Files.exists(file)) {
            return new Drawn(List.of(), List.of());
        }
        Content content = Json.read(file, Content.class);
        List<Line> lines = content.lines == null ? List.of() : content.lines;
        List<Outline> outlines = content.regions == null ? List.of() : content.regions;
        Drawn drawn = new Drawn(
                shapes(lines, Line::name, line -> places(line.from, line.to), "line"),
                shapes(outlines, Outline::name, Outline::points, "region"));
        drawn.check(file);
        return drawn;
    }

    private void check(Path file) {
        lines.stream()
                .filter(line -> places(line) < 2)
                .forEach(line -> refuse(file, "counting line \"" + line.name + "\" needs two different ends"));
        regions.stream()
                .filter(region -> places(region) < FEWEST_CORNERS)
                .forEach(region -> refuse(file, "region \"" + region.name + "\" needs three different corners"));
    }

    private static void refuse(Path file, String why) {
        throw new TrackerFailure(
                TrackerFailure.Cause.BAD_INPUT_FILE, file + ": the " + why + ", each as [x, y]: draw it again.");
    }

    /** How many different places there are; none where one of them is no pair of numbers. */
    private static long places(Shape shape) {
        boolean pairs = shape.points.stream().allMatch(place -> place != null && place.length == 2);
        return pairs
                ? shape.points.stream()
                        .map(place -> List.of(place[0], place[1]))
                        .distinct()
                        .count()
                : 0;
    }

    private static List<double[]> places(double @Nullable [] from, double @Nullable [] to) {
        return from == null || to == null ? List.of() : List.of(from, to);
    }

    private static <T> List<Shape> shapes(
            List<T> drawn,
            Function<T, @Nullable String> name,
            Function<T, @Nullable List<double[]>> points,
            String kind) {
        Set<String> taken = new HashSet<>();
        return IntStream.range(0, drawn.size())
                .mapToObj(i -> {
                    List<double[]> found = points.apply(drawn.get(i));
                    return new Shape(
                            unique(name.apply(drawn.get(i)), kind + " " + (i + 1), taken),
                            found == null ? List.of() : found);
                })
                .toList();
    }

    /** Tables have no quoting: a comma becomes a semicolon. A name that is taken gets a number. */
    private static String unique(@Nullable String name, String otherwise, Set<String> taken) {
        String plain = name == null
                ? ""
                : name.replace(',', ';').replaceAll("\\s+", " ").strip();
        String base = plain.isEmpty() ? otherwise : plain;
        return Stream.concat(Stream.of(base), IntStream.iterate(2, i -> i + 1).mapToObj(i -> base + " (" + i + ")"))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }
}
