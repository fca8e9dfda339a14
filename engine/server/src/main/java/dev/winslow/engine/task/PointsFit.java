package dev.winslow.engine.task;

import dev.winslow.engine.task.PointsAnswer.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How well the metres of reference points fit their pixels.
 *
 * @param residuals metres by the point's number
 * @param bad the point without which the others fit much better
 * @param metresPerPixel in the middle of the frame
 * @param toMetres the homography from pixels to metres, nine numbers row by row
 */
public record PointsFit(
        double rmsMetres,
        Map<Integer, Double> residuals,
        Optional<Integer> bad,
        double metresPerPixel,
        List<Double> toMetres) {
    /** With four points the plane goes through all of them, whatever they are. */
    private static final int TELLING = 5;

    private static final int FEWEST_TO_BLAME = 6;
    private static final double MUCH_BETTER = 3;
    private static final double TOLERATED_PIXELS = 3;

    /** Nothing where fewer than four points have metres, or where these lie on a line. */
    static Optional<PointsFit> of(PointsAnswer answer) {
        List<Point> measured = answer.points().stream()
                .filter(point -> point.pair().isPresent())
                .toList();
        List<PlaneFit.Pair> pairs = pairs(measured);
        return PlaneFit.of(pairs).map(plane -> {
            Map<Integer, Double> residuals = new TreeMap<>();
            measured.forEach(point ->
                    residuals.put(point.id(), plane.residual(point.pair().orElseThrow())));
            double scale = plane.metresPerPixel(answer.width() / 2.0, answer.height() / 2.0);
            double rms = plane.rms(pairs);
            return new PointsFit(
                    rms,
                    residuals,
                    rms > TOLERATED_PIXELS * scale ? bad(measured, rms) : Optional.empty(),
                    scale,
                    Arrays.stream(plane.h()).boxed().toList());
        });
    }

    /** What to do about it, where something is to be done. */
    Optional<String> advice() {
        if (residuals.size() < TELLING) {
            return Optional.of("Four points with metres always fit: a fifth shows whether they are right.");
        }
        if (bad.isPresent()) {
            return Optional.of(String.format(
                    Locale.ENGLISH,
                    "Point %d is off by %.2f m, and without it the others fit: look at its place and its metres.",
                    bad.get(),
                    residuals.get(bad.get())));
        }
        return rmsMetres > TOLERATED_PIXELS * metresPerPixel
                ? Optional.of(String.format(
                        Locale.ENGLISH,
                        "The metres miss the pixels by %.2f m on average: more than one point is off.",
                        rmsMetres))
                : Optional.empty();
    }

    /** One point pulls all others along, so the largest residual need not be its own: each is left out once. */
    private static Optional<Integer> bad(List<Point> measured, double rms) {
        if (measured.size() < FEWEST_TO_BLAME) {
            return Optional.empty();
        }
        double best = rms / MUCH_BETTER;
        Optional<Integer> found = Optional.empty();
        for (Point candidate : measured) {
            List<Point> others = new ArrayList<>(measured);
            others.remove(candidate);
            List<PlaneFit.Pair> pairs = pairs(others);
            double without = PlaneFit.of(pairs).map(plane -> plane.rms(pairs)).orElse(Double.MAX_VALUE);
            if (without < best) {
                best = without;
                found = Optional.of(candidate.id());
            }
        }
        return found;
    }

    private static List<PlaneFit.Pair> pairs(List<Point> points) {
        return points.stream().flatMap(point -> point.pair().stream()).toList();
    }
}
