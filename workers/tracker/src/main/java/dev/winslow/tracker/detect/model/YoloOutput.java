package dev.winslow.tracker.detect.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the output of a YOLO model. Version 5 gives a row for each candidate: x, y, width, height, objectness, a score for each class. Version 8 and
 * later give a column for each: x, y, width, height, a score for each class. There are always more candidates than values, which tells them apart.
 */
final class YoloOutput {
    private static final int BOX_VALUES = 4;

    private YoloOutput() {}

    /** Boxes in pixels of the model's input, of at least that confidence. */
    static List<Found> read(float[][] output, double confidence) {
        boolean columns = output.length < output[0].length;
        int candidates = columns ? output[0].length : output.length;
        List<Found> found = new ArrayList<>();
        for (int candidate = 0; candidate < candidates; candidate++) {
            float[] values = columns ? column(output, candidate) : output[candidate];
            Found one = columns ? found(values, BOX_VALUES, 1) : found(values, BOX_VALUES + 1, values[BOX_VALUES]);
            if (one.score() >= confidence) {
                found.add(one);
            }
        }
        return found;
    }

    private static float[] column(float[][] output, int index) {
        float[] values = new float[output.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = output[i][index];
        }
        return values;
    }

    private static Found found(float[] values, int firstClass, double objectness) {
        int best = 0;
        double score = values.length > firstClass ? values[firstClass] : 1;
        for (int i = firstClass + 1; i < values.length; i++) {
            if (values[i] > score) {
                score = values[i];
                best = i - firstClass;
            }
        }
        return new Found(values[0], values[1], values[2], values[3], best, score * objectness);
    }
}
