package dev.winslow.tracker.lanes;

import dev.winslow.tracker.file.TrackPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Groups tracks that follow the same line; the longest of a group gives the line. */
final class LaneFinder {
    private static final double SAME_LANE_WIDTHS = 0.9;
    private static final int LINE_POINTS = 24;

    private LaneFinder() {}

    /** Width is that of a vehicle in pixels. */
    static List<CentreLine> find(Collection<List<TrackPoint>> tracks, double width) {
        List<List<TrackPoint>> longestFirst = tracks.stream()
                .sorted(Comparator.comparingDouble(LaneFinder::length).reversed())
                .toList();
        List<CentreLine> seeds = new ArrayList<>();
        List<Integer> followers = new ArrayList<>();
        for (List<TrackPoint> track : longestFirst) {
            int match = -1;
            for (int i = 0; i < seeds.size() && match < 0; i++) {
                if (seeds.get(i).distance(track) < SAME_LANE_WIDTHS * width) {
                    match = i;
                }
            }
            if (match >= 0) {
                followers.set(match, followers.get(match) + 1);
            } else {
                seeds.add(new CentreLine("", line(track)));
                followers.add(1);
            }
        }
        List<CentreLine> lanes = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            if (followers.get(i) >= LanesCommand.fewestVehicles()) {
                lanes.add(new CentreLine(
                        "Lane " + (lanes.size() + 1), seeds.get(i).points()));
            }
        }
        return lanes;
    }

    private static double length(List<TrackPoint> track) {
        double sum = 0;
        for (int i = 1; i < track.size(); i++) {
            double[] from = track.get(i - 1).reference();
            double[] to = track.get(i).reference();
            sum += Math.hypot(to[0] - from[0], to[1] - from[1]);
        }
        return sum;
    }

    private static List<double[]> line(List<TrackPoint> track) {
        List<double[]> line = new ArrayList<>();
        int step = Math.max(1, track.size() / LINE_POINTS);
        for (int i = 0; i < track.size(); i += step) {
            line.add(track.get(i).reference());
        }
        line.add(track.getLast().reference());
        return line;
    }
}
