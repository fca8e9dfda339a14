package dev.winslow.tracker.geometry;

import java.util.Arrays;

/** A projective map of the plane, its nine entries row by row; the last one is 1. */
public final class Homography {
    private final double[] entries;

    public Homography(double[] entries) {
        if (entries.length != 9 || entries[8] == 0) {
            throw new IllegalArgumentException("Expected nine entries with the last not zero");
        }
        this.entries = Arrays.stream(entries).map(entry -> entry / entries[8]).toArray();
    }

    public static Homography identity() {
        return scale(1);
    }

    public static Homography scale(double factor) {
        return new Homography(new double[] {factor, 0, 0, 0, factor, 0, 0, 0, 1});
    }

    public double entry(int index) {
        return entries[index];
    }

    public double[] entries() {
        return entries.clone();
    }

    public double[] apply(double x, double y) {
        double w = entries[6] * x + entries[7] * y + entries[8];
        return new double[] {
            (entries[0] * x + entries[1] * y + entries[2]) / w, (entries[3] * x + entries[4] * y + entries[5]) / w
        };
    }

    /** First the other, then this one. */
    public Homography after(Homography first) {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int k = 0; k < 3; k++) {
                    product[3 * row + column] += entries[3 * row + k] * first.entries[3 * k + column];
                }
            }
        }
        return new Homography(product);
    }

    public Homography inverse() {
        double a = entries[0];
        double b = entries[1];
        double c = entries[2];
        double d = entries[3];
        double e = entries[4];
        double f = entries[5];
        double g = entries[6];
        double h = entries[7];
        double i = entries[8];
        return new Homography(new double[] {
            e * i - f * h, c * h - b * i, b * f - c * e,
            f * g - d * i, a * i - c * g, c * d - a * f,
            d * h - e * g, b * g - a * h, a * e - b * d
        });
    }

    /** How much lengths grow around a point. */
    public double scaleAt(double x, double y) {
        double[] here = apply(x, y);
        double[] right = apply(x + 1, y);
        double[] below = apply(x, y + 1);
        return Math.sqrt(
                Math.abs((right[0] - here[0]) * (below[1] - here[1]) - (right[1] - here[1]) * (below[0] - here[0])));
    }
}
