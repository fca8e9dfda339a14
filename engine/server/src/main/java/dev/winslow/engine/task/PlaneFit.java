package dev.winslow.engine.task;

import java.util.List;
import java.util.Optional;

/**
 * The homography that takes pixels to metres on the road, fitted by least squares: the direct linear transform with the coordinates of both sides
 * normalised first (Hartley and Zisserman, Multiple View Geometry, 2nd edition, section 4.4).
 */
record PlaneFit(double[] h) {
    static final int FEWEST = 4;

    /** A point in pixels and in metres. */
    record Pair(double x, double y, double xMetres, double yMetres) {}

    /** Nothing where the points determine none: fewer than four, or all near one line. */
    static Optional<PlaneFit> of(List<Pair> pairs) {
        if (pairs.size() < FEWEST) {
            return Optional.empty();
        }
        Normal from = Normal.of(pairs, Pair::x, Pair::y);
        Normal to = Normal.of(pairs, Pair::xMetres, Pair::yMetres);
        double[][] system = new double[8][9];
        for (Pair pair : pairs) {
            addEquations(system, from.x(pair.x()), from.y(pair.y()), to.x(pair.xMetres()), to.y(pair.yMetres()));
        }
        return LinearSystem.solve(system).map(solution -> new PlaneFit(to.undo(solution, from)));
    }

    private static void addEquations(double[][] system, double x, double y, double u, double v) {
        add(system, new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y}, u);
        add(system, new double[] {0, 0, 0, x, y, 1, -v * x, -v * y}, v);
    }

    /** One equation of many, into the normal equations of least squares. */
    private static void add(double[][] system, double[] row, double value) {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                system[i][j] += row[i] * row[j];
            }
            system[i][8] += row[i] * value;
        }
    }

    double[] metres(double x, double y) {
        double w = h[6] * x + h[7] * y + h[8];
        return new double[] {(h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w};
    }

    /** How far the point's metres are from where the plane has them, in metres. */
    double residual(Pair pair) {
        double[] at = metres(pair.x(), pair.y());
        return Math.hypot(at[0] - pair.xMetres(), at[1] - pair.yMetres());
    }

    double rms(List<Pair> pairs) {
        return Math.sqrt(pairs.stream()
                .mapToDouble(this::residual)
                .map(error -> error * error)
                .average()
                .orElse(0));
    }

    /** Metres that a pixel there stands for, on average over the directions. */
    double metresPerPixel(double x, double y) {
        double[] here = metres(x, y);
        double[] right = metres(x + 1, y);
        double[] below = metres(x, y + 1);
        double area = (right[0] - here[0]) * (below[1] - here[1]) - (right[1] - here[1]) * (below[0] - here[0]);
        return Math.sqrt(Math.abs(area));
    }
}
