package dev.winslow.tracker.track;

/** Smooths a curve by moving averages that narrow towards the ends, so that these stay where they are. */
final class Smoothing {
    private Smoothing() {}

    static double[] smooth(double[] values, int radius) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int reach = Math.min(radius, Math.min(i, values.length - 1 - i));
            smooth[i] = (sums[i + reach + 1] - sums[i - reach]) / (2 * reach + 1);
        }
        return smooth;
    }

    /** The slope over time by differences over so many samples on both sides. */
    static double[] slope(double[] values, double[] times, int radius) {
        double[] slope = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - radius);
            int to = Math.min(values.length - 1, i + radius);
            double span = times[to] - times[from];
            slope[i] = span > 0 ? (values[to] - values[from]) / span : 0;
        }
        return slope;
    }
}
