package dev.winslow.engine.task;

import dev.winslow.engine.task.PointsAnswer.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with reference points, and how well their metres fit their pixels.
 *
 * @param problems what no stage could work with, a sentence each
 * @param hints what could be better, a sentence each
 * @param fit where enough points have metres
 */
public record PointsCheck(List<String> problems, List<String> hints, Optional<PointsFit> fit) {
    /** The camera is followed by a similarity at least, and one point may be lost on the way. */
    private static final int FEWEST = 3;

    private static final int ENOUGH = 4;
    private static final double TOO_NEAR_PIXELS = 4;
    private static final double SMALL_SHARE = 0.05;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** @param file the text of a reference-points file */
    public static PointsCheck of(String file) {
        try {
            return of(JSON.readValue(file, PointsAnswer.class));
        } catch (JacksonException e) {
            return new PointsCheck(
                    List.of("This is no reference-points file: " + e.getOriginalMessage()),
                    List.of(),
                    Optional.empty());
        }
    }

    private static PointsCheck of(PointsAnswer answer) {
        Optional<PointsFit> fit = PointsFit.of(answer);
        return new PointsCheck(problems(answer), hints(answer, fit), fit);
    }

    private static List<String> problems(PointsAnswer answer) {
        List<String> problems = new ArrayList<>();
        if (answer.points().size() < FEWEST) {
            problems.add("Expected at least %d points, but there are %d."
                    .formatted(FEWEST, answer.points().size()));
        }
        if (answer.width() <= 0 || answer.height() <= 0) {
            problems.add("Expected the width and the height of the frame in pixels.");
        }
        Set<Integer> ids = new HashSet<>();
        for (Point point : answer.points()) {
            if (!ids.add(point.id())) {
                problems.add("Two points have the number %d.".formatted(point.id()));
            }
            if (isOutside(answer, point)) {
                problems.add(String.format(
                        Locale.ENGLISH,
                        "Point %d (%.1f, %.1f) lies outside the frame of %d x %d.",
                        point.id(),
                        point.x(),
                        point.y(),
                        answer.width(),
                        answer.height()));
            }
        }
        ShapeCheck.problems(answer).forEach(problems::add);
        answer.metresPerPixel()
                .filter(metres -> metres <= 0)
                .ifPresent(metres -> problems.add("The scale is " + metres + " m per pixel, but must be above 0."));
        return problems;
    }

    /** Where the size of the frame is not said, it cannot be checked. */
    private static boolean isOutside(PointsAnswer answer, Point point) {
        return point.x() < 0
                || point.y() < 0
                || (answer.width() > 0 && point.x() > answer.width())
                || (answer.height() > 0 && point.y() > answer.height());
    }

    private static List<String> hints(PointsAnswer answer, Optional<PointsFit> fit) {
        List<String> hints = new ArrayList<>();
        List<Point> points = answer.points();
        if (points.size() >= FEWEST && points.size() < ENOUGH) {
            hints.add("A fourth point keeps the camera in place when one is hidden.");
        }
        nearPair(points).ifPresent(hints::add);
        if (points.size() >= FEWEST && Hull.area(points) < SMALL_SHARE * answer.width() * answer.height()) {
            hints.add("The points lie close together or on one line: spread them over the road.");
        }
        halfMeasured(points).ifPresent(hints::add);
        fit.flatMap(PointsFit::advice).ifPresent(hints::add);
        if (fit.isEmpty() && answer.metresPerPixel().isEmpty()) {
            hints.add("No scale yet: speeds stay in pixels. Measure a distance, or give four points their metres.");
        }
        return hints;
    }

    private static Optional<String> nearPair(List<Point> points) {
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                Point a = points.get(i);
                Point b = points.get(j);
                if (Math.hypot(a.x() - b.x(), a.y() - b.y()) < TOO_NEAR_PIXELS) {
                    return Optional.of("Points %d and %d lie on the same spot.".formatted(a.id(), b.id()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> halfMeasured(List<Point> points) {
        return points.stream()
                .filter(point -> point.xMetres().isPresent() != point.yMetres().isPresent())
                .findFirst()
                .map(point -> "Point %d has only one of its two metres, so neither counts.".formatted(point.id()));
    }
}
