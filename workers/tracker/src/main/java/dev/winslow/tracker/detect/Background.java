package dev.winslow.tracker.detect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The empty road: for every value of every pixel the median over samples of the film, and how much it varies (median absolute deviation, times
 * 1.4826 to compare with a standard deviation).
 */
record Background(byte[] median, byte[] noise) {
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final int STRIPS = 16;

    static Background of(List<byte[]> samples) {
        int length = samples.getFirst().length;
        byte[] median = new byte[length];
        byte[] noise = new byte[length];
        IntStream.range(0, STRIPS).parallel().forEach(strip -> {
            int from = (int) ((long) length * strip / STRIPS);
            int to = (int) ((long) length * (strip + 1) / STRIPS);
            int[] values = new int[samples.size()];
            for (int i = from; i < to; i++) {
                int middle = medianAt(samples, i, values);
                median[i] = (byte) middle;
                for (int k = 0; k < values.length; k++) {
                    values[k] = Math.abs((samples.get(k)[i] & 0xff) - middle);
                }
                Arrays.sort(values);
                noise[i] = (byte) Math.min(60, Math.round(values[values.length / 2] * MAD_TO_SIGMA));
            }
        });
        return new Background(median, noise);
    }

    private static int medianAt(List<byte[]> samples, int index, int[] values) {
        for (int k = 0; k < values.length; k++) {
            values[k] = samples.get(k)[index] & 0xff;
        }
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
