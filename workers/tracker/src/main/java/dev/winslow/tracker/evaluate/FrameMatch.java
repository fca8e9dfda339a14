package dev.winslow.tracker.evaluate;

import dev.winslow.tracker.geometry.Box;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One frame: overlaps of truths and results, after results that are not to be judged were taken out: those that lie on a truth which is not to be seen.
 *
 * @param truths ids
 * @param results ids
 * @param overlap intersection over union, by truth and result
 */
record FrameMatch(int[] truths, int[] results, double[][] overlap, double[] trueSpeeds, double[] speeds) {

    /** A result: its id, its upright box, its speed in m/s (not a number where unknown). */
    record Result(int id, double[] box, double speed) {}

    static FrameMatch of(List<Truth> all, List<Result> results, double threshold) {
        List<Truth> visible = all.stream()
                .filter(Truth::visible)
                .sorted(Comparator.comparingInt(Truth::id))
                .toList();
        List<Result> judged = results.stream()
                .filter(result -> !onInvisible(all, result, threshold))
                .sorted(Comparator.comparingInt(Result::id))
                .toList();
        double[][] overlap = visible.stream()
                .map(truth -> judged.stream()
                        .mapToDouble(result -> Box.overlap(truth.box(), result.box()))
                        .toArray())
                .toArray(double[][]::new);
        return new FrameMatch(
                visible.stream().mapToInt(Truth::id).toArray(),
                judged.stream().mapToInt(Result::id).toArray(),
                overlap,
                visible.stream().mapToDouble(Truth::speed).toArray(),
                judged.stream().mapToDouble(Result::speed).toArray());
    }

    /** On an invisible truth, and on no visible one. */
    private static boolean onInvisible(List<Truth> all, Result result, double threshold) {
        double visible = best(all, result, true);
        return visible < threshold && best(all, result, false) > Math.min(threshold, 0.1);
    }

    private static double best(List<Truth> all, Result result, boolean visible) {
        return all.stream()
                .filter(truth -> truth.visible() == visible)
                .mapToDouble(truth -> Box.overlap(truth.box(), result.box()))
                .max()
                .orElse(0);
    }

    int indexOfResult(int id) {
        return IntStream.range(0, results.length)
                .filter(i -> results[i] == id)
                .findFirst()
                .orElse(-1);
    }

    boolean isEmpty() {
        return Arrays.stream(overlap).allMatch(row -> row.length == 0);
    }
}
