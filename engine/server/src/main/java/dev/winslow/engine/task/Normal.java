package dev.winslow.engine.task;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Moves points to their middle and scales them to a mean distance of the root of two, without which a fit loses digits. */
record Normal(double middleX, double middleY, double scale) {
    static <T> Normal of(List<T> points, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        double mx = points.stream().mapToDouble(x).average().orElse(0);
        double my = points.stream().mapToDouble(y).average().orElse(0);
        double distance = points.stream()
                .mapToDouble(point -> Math.hypot(x.applyAsDouble(point) - mx, y.applyAsDouble(point) - my))
                .average()
                .orElse(0);
        return new Normal(mx, my, distance > 0 ? Math.sqrt(2) / distance : 1);
    }

    double x(double value) {
        return (value - middleX) * scale;
    }

    double y(double value) {
        return (value - middleY) * scale;
    }

    /** The homography between the points as they were, of the eight numbers of one between normalised points; this is the side that it leads to. */
    double[] undo(double[] solution, Normal from) {
        double[] h = {
            solution[0], solution[1], solution[2], solution[3], solution[4], solution[5], solution[6], solution[7], 1
        };
        double[] before = {from.scale, 0, -from.scale * from.middleX, 0, from.scale, -from.scale * from.middleY, 0, 0, 1
        };
        double[] after = {1 / scale, 0, middleX, 0, 1 / scale, middleY, 0, 0, 1};
        return times(after, times(h, before));
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[9];
        for (int i = 0; i < 9; i++) {
            int row = i / 3 * 3;
            int column = i % 3;
            product[i] = a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6];
        }
        return product;
    }
}
