package dev.winslow.engine.task;

import java.util.Optional;

/** Solves as many linear equations as there are unknowns. */
final class LinearSystem {
    private static final double SINGULAR = 1e-9;

    private LinearSystem() {}

    /** The last column is the right side. Nothing where the equations say too little. Changes the rows. */
    static Optional<double[]> solve(double[][] rows) {
        int size = rows.length;
        for (int column = 0; column < size; column++) {
            swap(rows, column, pivot(rows, column));
            if (Math.abs(rows[column][column]) < SINGULAR) {
                return Optional.empty();
            }
            for (int row = column + 1; row < size; row++) {
                subtract(rows[row], rows[column], rows[row][column] / rows[column][column]);
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double rest = rows[row][size];
            for (int column = row + 1; column < size; column++) {
                rest -= rows[row][column] * solution[column];
            }
            solution[row] = rest / rows[row][row];
        }
        return Optional.of(solution);
    }

    private static int pivot(double[][] rows, int column) {
        int best = column;
        for (int row = column + 1; row < rows.length; row++) {
            if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
                best = row;
            }
        }
        return best;
    }

    private static void swap(double[][] rows, int one, int other) {
        double[] kept = rows[one];
        rows[one] = rows[other];
        rows[other] = kept;
    }

    private static void subtract(double[] from, double[] row, double factor) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= row[i] * factor;
        }
    }
}
