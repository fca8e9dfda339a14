package dev.winslow.engine.task;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reference-points file as far as it can be checked, in pixels of the reference frame. */
record PointsAnswer(
        int width,
        int height,
        List<Point> points,
        Optional<Double> metresPerPixel,
        List<Shape> lanes,
        List<Line> lines,
        List<Shape> regions) {
    PointsAnswer(
            int width,
            int height,
            @Nullable List<Point> points,
            Optional<Double> metresPerPixel,
            @Nullable List<Shape> lanes,
            @Nullable List<Line> lines,
            @Nullable List<Shape> regions) {
        this.width = width;
        this.height = height;
        this.points = points == null ? List.of() : points;
        this.metresPerPixel = metresPerPixel;
        this.lanes = lanes == null ? List.of() : lanes;
        this.lines = lines == null ? List.of() : lines;
        this.regions = regions == null ? List.of() : regions;
    }

    record Point(int id, double x, double y, Optional<Double> xMetres, Optional<Double> yMetres) {
        Optional<PlaneFit.Pair> pair() {
            return xMetres.flatMap(mx -> yMetres.map(my -> new PlaneFit.Pair(x, y, mx, my)));
        }
    }

    /** A lane's middle, or a region's outline. */
    record Shape(String name, List<double[]> points) {}

    record Line(String name, double[] from, double[] to) {}
}
