package dev.winslow.tracker.evaluate;

import dev.winslow.tracker.track.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** CLEAR MOT and identity measures at one overlap. */
final class ClearAndIdentity {
    private static final double FORBIDDEN = 1e6;

    private final double threshold;
    private final Map<Integer, Integer> last = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> together = new HashMap<>();
    private final List<double[]> speeds = new ArrayList<>();
    private int truths;
    private int results;
    private int matches;
    private int switches;

    ClearAndIdentity(double threshold) {
        this.threshold = threshold;
    }

    /**
     * The last pair of a vehicle is kept where it still overlaps enough, however long ago it was, as py-motmetrics has it. TrackEval keeps only pairs of
     * the frame just before, and may count a switch more after a gap.
     */
    void add(FrameMatch frame) {
        truths += frame.truths().length;
        results += frame.results().length;
        double[][] cost = new double[frame.truths().length][frame.results().length];
        for (int i = 0; i < cost.length; i++) {
            for (int j = 0; j < cost[i].length; j++) {
                double overlap = frame.overlap()[i][j];
                boolean kept = last.getOrDefault(frame.truths()[i], -1) == frame.results()[j];
                cost[i][j] = overlap < threshold ? FORBIDDEN : 1 - overlap - (kept ? 1000 : 0);
                if (overlap >= threshold) {
                    together.computeIfAbsent(frame.truths()[i], id -> new HashMap<>())
                            .merge(frame.results()[j], 1, Integer::sum);
                }
            }
        }
        int[] pairs = Assignment.solve(cost);
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] >= 0 && cost[i][pairs[i]] < FORBIDDEN / 2) {
                match(frame, i, pairs[i]);
            }
        }
    }

    private void match(FrameMatch frame, int truth, int result) {
        matches++;
        Integer before = last.put(frame.truths()[truth], frame.results()[result]);
        if (before != null && before != frame.results()[result]) {
            switches++;
        }
        if (!Double.isNaN(frame.speeds()[result])) {
            speeds.add(new double[] {frame.trueSpeeds()[truth], frame.speeds()[result]});
        }
    }

    double mota() {
        int misses = truths - matches;
        int falseAlarms = results - matches;
        return truths == 0 ? 0 : 1 - (misses + falseAlarms + switches) / (double) truths;
    }

    double idf1() {
        int[] ids =
                together.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        TreeSet<Integer> resultIds = new TreeSet<>();
        together.values().forEach(counts -> resultIds.addAll(counts.keySet()));
        int[] columns = resultIds.stream().mapToInt(Integer::intValue).toArray();
        double[][] cost = new double[ids.length][columns.length];
        for (int i = 0; i < ids.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                cost[i][j] = -together.getOrDefault(ids[i], Map.of()).getOrDefault(columns[j], 0);
            }
        }
        int[] pairs = Assignment.solve(cost);
        double common = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] >= 0) {
                common -= cost[i][pairs[i]];
            }
        }
        return truths + results == 0 ? 0 : 2 * common / (truths + results);
    }

    double precision() {
        return results == 0 ? 0 : matches / (double) results;
    }

    double recall() {
        return truths == 0 ? 0 : matches / (double) truths;
    }

    int switches() {
        return switches;
    }

    int truths() {
        return truths;
    }

    int matches() {
        return matches;
    }

    /** Root mean square of the difference, in m/s; not a number where no speeds are known. */
    double speedError() {
        return Math.sqrt(speeds.stream()
                .mapToDouble(pair -> (pair[0] - pair[1]) * (pair[0] - pair[1]))
                .average()
                .orElse(Double.NaN));
    }
}
