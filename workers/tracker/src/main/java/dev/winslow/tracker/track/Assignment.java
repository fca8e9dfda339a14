package dev.winslow.tracker.track;

import java.util.Arrays;

/** Pairs rows with columns so that the sum of costs is least (Kuhn 1955, in the O(n^3) form of Jonker and Volgenant's shortest augmenting paths). */
public final class Assignment {
    private Assignment() {}

    /** For every row the column that it is paired with, or -1. Costs must be finite. */
    public static int[] solve(double[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        int[] result = new int[rows];
        Arrays.fill(result, -1);
        if (rows == 0 || columns == 0) {
            return result;
        }
        if (rows > columns) {
            int[] turned = solve(transpose(cost));
            for (int column = 0; column < columns; column++) {
                if (turned[column] >= 0) {
                    result[turned[column]] = column;
                }
            }
            return result;
        }
        return augment(cost, rows, columns, result);
    }

    private static int[] augment(double[][] cost, int rows, int columns, int[] result) {
        double[] u = new double[rows + 1];
        double[] v = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            int[] way = new int[columns + 1];
            double[] least = new double[columns + 1];
            boolean[] used = new boolean[columns + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            rowOf[0] = row;
            int column = 0;
            do {
                used[column] = true;
                int here = rowOf[column];
                double delta = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int j = 1; j <= columns; j++) {
                    if (!used[j]) {
                        double reduced = cost[here - 1][j - 1] - u[here] - v[j];
                        if (reduced < least[j]) {
                            least[j] = reduced;
                            way[j] = column;
                        }
                        if (least[j] < delta) {
                            delta = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= columns; j++) {
                    if (used[j]) {
                        u[rowOf[j]] += delta;
                        v[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            while (column != 0) {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] > 0) {
                result[rowOf[j] - 1] = j - 1;
            }
        }
        return result;
    }

    private static double[][] transpose(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }
}
