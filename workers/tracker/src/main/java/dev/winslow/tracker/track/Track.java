package dev.winslow.tracker.track;

import dev.winslow.tracker.file.Detection;
import dev.winslow.tracker.geometry.Box;
import java.util.ArrayList;
import java.util.List;

/** A vehicle that is being followed, in pixels of the reference frame. */
final class Track {
    private static final int HITS_TO_CONFIRM = 3;
    private static final double SIZE_RATE = 0.15;

    /** Where the vehicle was in a frame; seen or only predicted. */
    record Sighting(int frame, double time, double x, double y, double length, double width, boolean seen) {}

    private final Motion x;
    private final Motion y;
    private final List<Sighting> path = new ArrayList<>();
    private double length;
    private double width;
    private double heading;
    private int hits;
    private int misses;

    Track(Detection first) {
        Box box = first.box();
        double spread = box.length() * box.length();
        this.x = new Motion(box.x(), spread * 0.01, spread * 0.02);
        this.y = new Motion(box.y(), spread * 0.01, spread * 0.02);
        this.length = box.length();
        this.width = box.width();
        this.heading = box.heading();
        this.hits = 1;
        remember(first.frame(), first.timeSeconds(), true);
    }

    void predict() {
        double unit = length * length;
        x.predict(unit * 2e-5);
        y.predict(unit * 2e-5);
    }

    void see(Detection detection) {
        Box box = detection.box();
        double variance = length * length * 0.002;
        x.update(box.x(), variance);
        y.update(box.y(), variance);
        double rate = hits < 5 ? 0.4 : SIZE_RATE;
        length += rate * (box.length() - length);
        width += rate * (box.width() - width);
        heading = speed() > length * 0.02 ? Math.atan2(y.velocity(), x.velocity()) : box.heading();
        hits++;
        misses = 0;
        remember(detection.frame(), detection.timeSeconds(), true);
    }

    /** Nothing was found where it should be; hidden says that something larger covers the place. */
    void miss(int frame, double time, boolean hidden) {
        if (!hidden) {
            misses++;
        }
        remember(frame, time, false);
    }

    private void remember(int frame, double time, boolean seen) {
        path.add(new Sighting(frame, time, x.place(), y.place(), length, width, seen));
    }

    Box predicted() {
        return new Box(x.place(), y.place(), length, width, heading);
    }

    double speed() {
        return Math.hypot(x.velocity(), y.velocity());
    }

    double area() {
        return length * width;
    }

    boolean confirmed() {
        return hits >= HITS_TO_CONFIRM;
    }

    int misses() {
        return misses;
    }

    /** The path up to the last frame in which the vehicle was seen. */
    List<Sighting> path() {
        int end = path.size();
        while (end > 0 && !path.get(end - 1).seen()) {
            end--;
        }
        return path.subList(0, end);
    }
}
