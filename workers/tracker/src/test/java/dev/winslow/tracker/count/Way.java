package dev.winslow.tracker.count;

import dev.winslow.tracker.file.TrackPoint;
import dev.winslow.tracker.geometry.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tracks for tests: a place a second, vehicles ten pixels long. */
final class Way {
    private Way() {}

    /** One place after the other, as x, y, x, y. */
    static List<TrackPoint> of(int id, double... places) {
        List<TrackPoint> track = new ArrayList<>();
        for (int i = 0; i < places.length / 2; i++) {
            double x = places[2 * i];
            double y = places[2 * i + 1];
            track.add(new TrackPoint(
                    i, i, id, "car", new Box(x, y, 10, 5, 0), new double[] {x, y}, Optional.empty(), false));
        }
        return track;
    }

    /** Down or up along x = 50. */
    static List<TrackPoint> along(int id, double... ys) {
        double[] places = new double[2 * ys.length];
        for (int i = 0; i < ys.length; i++) {
            places[2 * i] = 50;
            places[2 * i + 1] = ys[i];
        }
        return of(id, places);
    }
}
