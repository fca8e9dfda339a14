package dev.winslow.tracker.count;

import java.util.List;

/** A part of the picture within an outline that does not cross itself. */
public record Region(String name, List<double[]> corners) {

    boolean holds(double[] place) {
        boolean holds = false;
        for (int i = 0; i < corners.size(); i++) {
            double[] a = corners.get(i);
            double[] b = corners.get((i + 1) % corners.size());
            boolean spans = (a[1] > place[1]) != (b[1] > place[1]);
            if (spans && place[0] < a[0] + (place[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])) {
                holds = !holds;
            }
        }
        return holds;
    }

    /** From the nearest place of the outline. */
    double distance(double[] place) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < corners.size(); i++) {
            Gate edge = new Gate(name, corners.get(i), corners.get((i + 1) % corners.size()));
            least = Math.min(least, edge.distance(place));
        }
        return least;
    }

    /** The mean of its corners, to write a name there. */
    public double[] middle() {
        return new double[] {
            corners.stream().mapToDouble(corner -> corner[0]).average().orElse(0),
            corners.stream().mapToDouble(corner -> corner[1]).average().orElse(0)
        };
    }
}
