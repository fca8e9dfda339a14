package dev.winslow.tracker.lanes;

import dev.winslow.tracker.file.TrackPoint;
import java.util.List;

/** The middle of a lane, in the direction of travel; pixels of the reference frame. */
record CentreLine(String name, List<double[]> points) {

    /** Distance of a place to the right (positive) or left of the line. */
    double offset(double[] place) {
        return nearest(place)[0];
    }

    /** Mean distance of a track's places from the line; infinite where it goes the other way. */
    double distance(List<TrackPoint> track) {
        double sum = 0;
        int count = 0;
        double along = 0;
        for (int i = 0; i < track.size(); i += Math.max(1, track.size() / 25)) {
            double[] found = nearest(track.get(i).reference());
            sum += Math.abs(found[0]);
            if (count > 0) {
                double[] before = track.get(Math.max(0, i - Math.max(1, track.size() / 25)))
                        .reference();
                double[] here = track.get(i).reference();
                along += (here[0] - before[0]) * found[1] + (here[1] - before[1]) * found[2];
            }
            count++;
        }
        return along < 0 ? Double.POSITIVE_INFINITY : sum / count;
    }

    /** Signed distance to the nearest segment, and that segment's direction. */
    private double[] nearest(double[] place) {
        double[] best = {Double.POSITIVE_INFINITY, 1, 0};
        for (int i = 1; i < points.size(); i++) {
            double[] from = points.get(i - 1);
            double[] to = points.get(i);
            double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
            if (length == 0) {
                continue;
            }
            double ux = (to[0] - from[0]) / length;
            double uy = (to[1] - from[1]) / length;
            double along = Math.clamp((place[0] - from[0]) * ux + (place[1] - from[1]) * uy, 0, length);
            double dx = place[0] - from[0] - along * ux;
            double dy = place[1] - from[1] - along * uy;
            double side = ux * dy - uy * dx >= 0 ? 1 : -1;
            if (Math.hypot(dx, dy) < Math.abs(best[0])) {
                best = new double[] {side * Math.hypot(dx, dy), ux, uy};
            }
        }
        return best;
    }
}
