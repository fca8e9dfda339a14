package dev.winslow.tracker.evaluate;

import dev.winslow.tracker.track.Assignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Higher order tracking accuracy (Luiten et al. 2021): the mean over overlaps of the geometric mean of detection and association accuracy. */
final class Hota {
    private record Pair(int truth, int result) {}

    private final List<FrameMatch> frames;
    private final Map<Pair, Double> similarity = new HashMap<>();
    private final Map<Integer, Integer> truthCounts = new HashMap<>();
    private final Map<Integer, Integer> resultCounts = new HashMap<>();

    Hota(List<FrameMatch> frames) {
        this.frames = frames;
        frames.forEach(this::count);
    }

    /** How much each truth and result belong together over the whole film, before any are matched. */
    private void count(FrameMatch frame) {
        double[][] overlap = frame.overlap();
        for (int i = 0; i < frame.truths().length; i++) {
            truthCounts.merge(frame.truths()[i], 1, Integer::sum);
        }
        for (int j = 0; j < frame.results().length; j++) {
            resultCounts.merge(frame.results()[j], 1, Integer::sum);
        }
        for (int i = 0; i < overlap.length; i++) {
            for (int j = 0; j < overlap[i].length; j++) {
                double rest = -overlap[i][j];
                for (int k = 0; k < overlap[i].length; k++) {
                    rest += overlap[i][k];
                }
                for (double[] row : overlap) {
                    rest += row[j];
                }
                if (rest > 0) {
                    similarity.merge(
                            new Pair(frame.truths()[i], frame.results()[j]), overlap[i][j] / rest, Double::sum);
                }
            }
        }
    }

    double value() {
        double sum = 0;
        for (int step = 1; step <= 19; step++) {
            sum += at(step * 0.05);
        }
        return sum / 19;
    }

    private double at(double threshold) {
        Map<Pair, Integer> matched = new HashMap<>();
        int matches = 0;
        int truths = 0;
        int results = 0;
        for (FrameMatch frame : frames) {
            truths += frame.truths().length;
            results += frame.results().length;
            int[] pairs = Assignment.solve(cost(frame));
            for (int i = 0; i < pairs.length; i++) {
                if (pairs[i] >= 0 && frame.overlap()[i][pairs[i]] >= threshold - 1e-12) {
                    matches++;
                    matched.merge(new Pair(frame.truths()[i], frame.results()[pairs[i]]), 1, Integer::sum);
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double association = 0;
        for (Map.Entry<Pair, Integer> entry : matched.entrySet()) {
            int both = entry.getValue();
            int either = truthCounts.getOrDefault(entry.getKey().truth(), 0)
                    + resultCounts.getOrDefault(entry.getKey().result(), 0)
                    - both;
            association += both * (both / (double) either);
        }
        double detection = matches / (double) (truths + results - matches);
        return Math.sqrt(detection * association / matches);
    }

    private double[][] cost(FrameMatch frame) {
        double[][] cost = new double[frame.truths().length][frame.results().length];
        for (int i = 0; i < cost.length; i++) {
            for (int j = 0; j < cost[i].length; j++) {
                double together = similarity.getOrDefault(new Pair(frame.truths()[i], frame.results()[j]), 0.0);
                double either = truthCounts.getOrDefault(frame.truths()[i], 0)
                        + resultCounts.getOrDefault(frame.results()[j], 0)
                        - together;
                cost[i][j] = -(together / either) * frame.overlap()[i][j];
            }
        }
        return cost;
    }
}
