package dev.winslow.tracker.detect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The empty road: for every value of every pixel the median over samples of the film, and how much it varies, as a standard deviation. That is
 * taken from the middle of the absolute deviations, or from their lower quarter where much traffic spreads the rest.
 */
record Background(byte[] median, byte[] noise) {
    private static final double HALF_TO_SIGMA = 1.4826;
    private static final double QUARTER_TO_SIGMA = 3.14;
    private static final double ROUNDING = 3;
    private static final int MOST_NOISE = 60;
    private static final double SHOWN_SHARE = 0.25;

    /** The noise of a place that hardly any sample shows: nothing differs from it. */
    static final int UNKNOWN = 255;

    private static final int STRIPS = 16;

    /** Black in a sample means that it does not show the place. */
    static Background of(List<byte[]> samples) {
        int length = samples.getFirst().length;
        byte[] median = new byte[length];
        byte[] noise = new byte[length];
        IntStream.range(0, STRIPS).parallel().forEach(strip -> {
            int from = (int) ((long) length * strip / STRIPS);
            int to = (int) ((long) length * (strip + 1) / STRIPS);
            for (int i = from; i < to; i++) {
                int[] values = shown(samples, i);
                if (values.length < Math.max(1, SHOWN_SHARE * samples.size())) {
                    noise[i] = (byte) UNKNOWN;
                    continue;
                }
                median[i] = (byte) middle(values);
                noise[i] = (byte) noise(values, median[i] & 0xff);
            }
        });
        return new Background(median, noise);
    }

    private static int[] shown(List<byte[]> samples, int index) {
        int pixel = index - index % 3;
        int[] values = new int[samples.size()];
        int count = 0;
        for (byte[] sample : samples) {
            if ((sample[pixel] | sample[pixel + 1] | sample[pixel + 2]) != 0) {
                values[count++] = sample[index] & 0xff;
            }
        }
        return Arrays.copyOf(values, count);
    }

    /** Sorts the values. */
    static int middle(int[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Overwrites the values. */
    static int noise(int[] values, int middle) {
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.abs(values[k] - middle);
        }
        Arrays.sort(values);
        double quarter = ROUNDING + QUARTER_TO_SIGMA * values[values.length / 4];
        double half = HALF_TO_SIGMA * values[values.length / 2];
        return (int) Math.min(MOST_NOISE, Math.round(Math.min(quarter, half)));
    }
}
