package dev.winslow.tracker.count;

import dev.winslow.tracker.file.TrackPoint;
import java.util.Collection;
import java.util.List;

/** How many vehicles there are at a time, on average over each interval. */
public final class Presence {
    private Presence() {}

    public static double[] mean(Collection<List<TrackPoint>> tracks, Intervals intervals) {
        double[] mean = new double[intervals.count()];
        for (List<TrackPoint> track : tracks) {
            double from = track.getFirst().timeSeconds();
            double to = track.getLast().timeSeconds();
            for (int i = intervals.index(from); i <= intervals.index(to); i++) {
                double common = Math.min(to, intervals.end(i)) - Math.max(from, intervals.start(i));
                mean[i] += Math.max(0, common) / (intervals.end(i) - intervals.start(i));
            }
        }
        return mean;
    }
}
