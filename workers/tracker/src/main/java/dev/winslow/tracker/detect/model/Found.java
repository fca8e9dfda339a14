package dev.winslow.tracker.detect.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the model has found: an upright box by its centre and size in pixels, the number of its class, and how sure the model is, from 0 to 1. */
record Found(double x, double y, double width, double height, int vehicleClass, double score) {
    private static final double SAME = 0.5;

    /** As the picture has it of which the model's input was cut: shifted by so much, then divided by the scale. */
    Found inPicture(double left, double top, double scale) {
        return new Found((x - left) / scale, (y - top) / scale, width / scale, height / scale, vehicleClass, score);
    }

    /**
     * The best of those that lie over each other (non-maximum suppression). A box that lies mostly within a better one counts as the same too:
     * tiles cut vehicles.
     */
    static List<Found> best(List<Found> all) {
        List<Found> kept = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .filter(one -> kept.stream().noneMatch(better -> better.covers(one)))
                .forEach(kept::add);
        return kept;
    }

    private boolean covers(Found other) {
        double w =
                Math.min(x + width / 2, other.x + other.width / 2) - Math.max(x - width / 2, other.x - other.width / 2);
        double h = Math.min(y + height / 2, other.y + other.height / 2)
                - Math.max(y - height / 2, other.y - other.height / 2);
        double common = Math.max(0, w) * Math.max(0, h);
        return common > SAME * Math.min(width * height, other.width * other.height);
    }
}
