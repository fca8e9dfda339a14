package dev.winslow.tracker.file;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code reference-points.json} and {@code suggested-points.json}: in pixels of the reference frame. */
public record ReferencePoints(
        int frame,
        int width,
        int height,
        List<Point> points,
        Optional<Double> metresPerPixel,
        @Nullable List<Line> lanes,
        @Nullable List<CountingLine> lines) {

    /** A point; with metres where a person gave them, with a score (0 to 1, the share of frames it was seen in) where it was suggested. */
    public record Point(
            int id, double x, double y, Optional<Double> xMetres, Optional<Double> yMetres, Optional<Double> score) {}

    /** A lane's centre line. */
    public record Line(String name, List<double[]> points) {}

    /** Vehicles that cross it are counted, see {@link Drawn}. */
    public record CountingLine(String name, double[] from, double[] to) {}
}
